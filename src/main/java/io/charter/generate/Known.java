package io.charter.generate;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What expressions are worth as far as their parts are known: the fields of the fact at hand by name, and the variables bound so
 * far. What rests on anything else is open.
 */
record Known(Map<String, Object> self, Map<String, Object> bound) {

    /** The value of what is not known. */
    static final Object OPEN = new Object();

    Object value(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            return self.getOrDefault(field.field().name(), OPEN);
        }
        if (expression instanceof Expression.Bound variable) {
            return bound.getOrDefault(variable.variable().name(), OPEN);
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Self) {
            return self;
        }
        List<Object> parts = new ArrayList<>();
        if (expression instanceof Expression.Arithmetic arithmetic) {
            parts.add(value(arithmetic.left()));
            parts.add(value(arithmetic.right()));
            return isOpen(parts) ? OPEN : reckoned(arithmetic.operator(), (Long) parts.get(0), (Long) parts.get(1));
        }
        Expression.Call call = (Expression.Call) expression;
        Object target = call.target() == null ? null : value(call.target());
        call.arguments().forEach(argument -> parts.add(value(argument)));
        boolean open = isOpen(parts) || call.target() != null && (target == null || target == OPEN);
        return open ? OPEN : called(call.method(), target, parts);
    }

    private static boolean isOpen(List<Object> parts) {
        return parts.contains(OPEN) || parts.contains(null);
    }

    private static long reckoned(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            default -> left % right;
        };
    }

    private static Object called(Method method, Object target, List<Object> parts) {
        return switch (method) {
            case YEAR -> (long) ((LocalDate) target).getYear();
            case SIZE -> (long) ((List<?>) target).size();
            case DAY_OF_YEAR -> ((LocalDate) target).withDayOfYear(whole(parts.get(0)));
            case DATE_OF -> LocalDate.of(whole(parts.get(0)), whole(parts.get(1)), whole(parts.get(2)));
            case TEXT_OF -> String.valueOf(parts.get(0));
            case LIST_OF -> parts;
            default -> moved(method, (LocalDate) target, (Long) parts.get(0));
        };
    }

    private static int whole(Object number) {
        return Math.toIntExact((Long) number);
    }

    /** A date as a method that moves dates moves it. */
    static LocalDate moved(Method method, LocalDate date, long by) {
        return switch (method) {
            case PLUS_DAYS -> date.plusDays(by);
            case PLUS_MONTHS -> date.plusMonths(by);
            case PLUS_YEARS -> date.plusYears(by);
            case MINUS_DAYS -> date.minusDays(by);
            case MINUS_MONTHS -> date.minusMonths(by);
            case MINUS_YEARS -> date.minusYears(by);
            default -> date;
        };
    }

    /** Whether the constraint holds, or null where that is open. */
    Boolean holds(Constraint constraint) {
        if (constraint instanceof Constraint.Choice choice) {
            Object value = value(choice.value());
            return value == OPEN
                    ? null
                    : choice.choices().stream().anyMatch(c -> same(value, value(c))) != choice.negated();
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        if (left == OPEN || right == OPEN) {
            return null;
        }
        return switch (comparison.operator()) {
            case "==" -> same(left, right);
            case "!=" -> !same(left, right);
            case "contains" -> has(left, right);
            case "not contains" -> !has(left, right);
            default -> left != null && right != null && ordered(comparison.operator(), order(left, right));
        };
    }

    private static boolean has(Object list, Object value) {
        return list != null && ((List<?>) list).stream().anyMatch(item -> same(item, value));
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int order(Object one, Object other) {
        return one instanceof LocalDate date
                ? date.compareTo((LocalDate) other)
                : number(one).compareTo(number(other));
    }

    /** Equal by value; facts are the same only where they are one. */
    static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return order(one, other) == 0;
        }
        return one instanceof Map<?, ?> ? one == other : Objects.equals(one, other);
    }

    static BigDecimal number(Object value) {
        return value instanceof BigDecimal amount ? amount : BigDecimal.valueOf((Long) value);
    }
}
