package io.charter.reference;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What expressions are worth and whether constraints hold, as docs/rule-language.md has it. */
public final class Terms {

    private Terms() {}

    /**
     * The value of an expression; what is worked out from nothing is nothing (null).
     *
     * @param self the fact that the pattern looks at; null outside patterns
     * @param bound the values of the variables bound before, by their names; a variable that stands for a fact has its row
     */
    public static Object value(Expression expression, Row self, Map<String, Object> bound) {
        if (expression instanceof Expression.FieldValue field) {
            return self.value(field.field());
        }
        if (expression instanceof Expression.Bound variable) {
            return bound.get(variable.variable().name());
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            Object one = value(arithmetic.left(), self, bound);
            Object other = value(arithmetic.right(), self, bound);
            if (one == null || other == null) {
                return null;
            }
            long left = (Long) one;
            long right = (Long) other;
            return switch (arithmetic.operator()) {
                case "+" -> Math.addExact(left, right);
                case "-" -> Math.subtractExact(left, right);
                case "*" -> Math.multiplyExact(left, right);
                default -> left % right;
            };
        }
        if (expression instanceof Expression.Call call) {
            Object target = call.target() == null ? null : value(call.target(), self, bound);
            List<Object> arguments = new ArrayList<>();
            call.arguments().forEach(argument -> arguments.add(value(argument, self, bound)));
            boolean nothing = call.target() != null && target == null || arguments.contains(null);
            return nothing ? null : called(call.method(), target, arguments);
        }
        return self;
    }

    private static Object called(Method method, Object target, List<Object> arguments) {
        return switch (method) {
            case PLUS_DAYS -> ((LocalDate) target).plusDays((Long) arguments.get(0));
            case PLUS_MONTHS -> ((LocalDate) target).plusMonths((Long) arguments.get(0));
            case PLUS_YEARS -> ((LocalDate) target).plusYears((Long) arguments.get(0));
            case MINUS_DAYS -> ((LocalDate) target).minusDays((Long) arguments.get(0));
            case MINUS_MONTHS -> ((LocalDate) target).minusMonths((Long) arguments.get(0));
            case MINUS_YEARS -> ((LocalDate) target).minusYears((Long) arguments.get(0));
            case DAY_OF_YEAR -> ((LocalDate) target).withDayOfYear(whole(arguments.get(0)));
            case YEAR -> (long) ((LocalDate) target).getYear();
            case SIZE -> (long) ((List<?>) target).size();
            case DATE_OF -> LocalDate.of(whole(arguments.get(0)), whole(arguments.get(1)), whole(arguments.get(2)));
            case TEXT_OF -> String.valueOf(arguments.get(0));
            case LIST_OF -> arguments;
        };
    }

    private static int whole(Object number) {
        return Math.toIntExact((Long) number);
    }

    /** Whether a constraint holds of a fact; what is null has no order. */
    public static boolean holds(Constraint constraint, Row self, Map<String, Object> bound) {
        if (constraint instanceof Constraint.Choice choice) {
            Object value = value(choice.value(), self, bound);
            return choice.choices().stream().anyMatch(c -> same(value, value(c, self, bound))) != choice.negated();
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        Object left = value(comparison.left(), self, bound);
        Object right = value(comparison.right(), self, bound);
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

    /** The order of two dates, or of two numbers of any type by their value. */
    public static int order(Object one, Object other) {
        return one instanceof LocalDate date
                ? date.compareTo((LocalDate) other)
                : number(one).compareTo(number(other));
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal amount ? amount : BigDecimal.valueOf((Long) value);
    }

    /** Whether two values are the same: texts and dates that are equal, numbers of equal value. */
    public static boolean same(Object one, Object other) {
        return Objects.equals(canonical(one), canonical(other));
    }

    /** The value in the one form in which equal values are equal: numbers without a scale, lists of such. */
    public static Object canonical(Object value) {
        if (value instanceof Long || value instanceof BigDecimal) {
            BigDecimal number = number(value);
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return value instanceof List<?> list
                ? list.stream().map(Terms::canonical).toList()
                : value;
    }
}
