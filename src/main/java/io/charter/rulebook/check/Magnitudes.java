package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Range;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.model.Variable;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses calculations whose result the engine could not hold: Java would go on with another number in silence, or break off at a
 * date outside its calendar. From the greatest numbers that scenarios may state follows how great each number of the rules may be,
 * and how far away the year of each date.
 */
final class Magnitudes {

    private static final double MOST_INT = Integer.MAX_VALUE;
    private static final double MOST_LONG = Long.MAX_VALUE;
    private static final double LAST_YEAR_STATED = 9000;
    /** How many facts, or items of a list, no scenario has. */
    private static final double MOST_FACTS = 1e9;

    private static final double MOST_ITEMS = 1e6;

    private final Collection<FactType> types;
    private final List<Rule> rules;
    private final List<Problem> problems;
    private final Map<Field, Double> greatest = new HashMap<>();

    Magnitudes(Collection<FactType> types, List<Rule> rules, List<Problem> problems) {
        this.types = types;
        this.rules = rules;
        this.problems = problems;
    }

    void run() {
        for (FactType type : types) {
            if (type.kind() != FactType.Kind.DERIVED) {
                type.fields().forEach(field -> greatest.put(field, stated(field)));
            }
        }
        boolean grown = true;
        for (int pass = 0; grown; pass++) {
            grown = false;
            for (Rule rule : rules) {
                grown |= derive(rule, pass > rules.size());
            }
        }
        rules.forEach(this::check);
    }

    private static double stated(Field field) {
        if (field.type() == ValueType.DATE) {
            return LAST_YEAR_STATED;
        }
        Range range = field.range();
        return range == null || range.most() == null
                ? MOST_INT
                : range.most().abs().max(range.least().abs()).doubleValue();
    }

    /**
     * Learns from a rule how great the values of what it derives may be.
     *
     * @param endless whether what still grows does so without end
     */
    private boolean derive(Rule rule, boolean endless) {
        boolean grown = false;
        for (int i = 0; i < rule.then().values().size(); i++) {
            Field field = rule.then().type().fields().get(i);
            double before = greatest.getOrDefault(field, 0.0);
            double now = of(rule.then().values().get(i), rule);
            if (now > before) {
                greatest.put(field, endless ? Double.POSITIVE_INFINITY : now);
                grown = true;
            }
        }
        return grown;
    }

    /** The greatest number that an expression may give, whatever its sign; of a date, that of its year. */
    private double of(Expression expression, Rule rule) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value() instanceof Long number ? Math.abs((double) number) : 0;
        }
        if (expression instanceof Expression.FieldValue value) {
            return greatest.getOrDefault(value.field(), 0.0);
        }
        if (expression instanceof Expression.Bound bound) {
            return of(bound.variable(), rule);
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            double left = of(arithmetic.left(), rule);
            double right = of(arithmetic.right(), rule);
            return switch (arithmetic.operator()) {
                case "*" -> left == 0 || right == 0 ? 0 : left * right;
                case "%" -> right;
                default -> left + right;
            };
        }
        return expression instanceof Expression.Call call ? of(call, rule) : 0;
    }

    private double of(Expression.Call call, Rule rule) {
        return switch (call.method()) {
            case SIZE -> MOST_ITEMS;
            case DATE_OF -> of(call.arguments().get(0), rule);
            case YEAR, DAY_OF_YEAR -> Math.min(of(call.target(), rule), Year.MAX_VALUE);
            case TEXT_OF, LIST_OF -> 0;
            default ->
                of(call.target(), rule)
                        + years(call.method(), of(call.arguments().get(0), rule));
        };
    }

    private static double years(Method move, double by) {
        return Math.ceil(by * Calls.most(Method.PLUS_YEARS) / Calls.most(move));
    }

    private double of(Variable variable, Rule rule) {
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Accumulation accumulation
                    && accumulation.result().equals(variable)) {
                return switch (accumulation.function()) {
                    case COUNT -> MOST_FACTS;
                    case SUM -> MOST_FACTS * of(accumulation.argument(), rule);
                    default -> of(accumulation.argument(), rule);
                };
            }
        }
        return variable.origin() == null ? 0 : greatest.getOrDefault(variable.origin(), 0.0);
    }

    private void check(Rule rule) {
        for (Condition condition : rule.when()) {
            condition.pattern().constraints().forEach(constraint -> check(constraint, rule));
            if (condition instanceof Condition.Accumulation accumulation) {
                accumulation.constraints().forEach(constraint -> check(constraint, rule));
                if (accumulation.result().type() == ValueType.COUNT && of(accumulation.result(), rule) > MOST_LONG) {
                    problem(
                            "the sum of " + accumulation.argument()
                                    + " may be too great a number; add up fields that scenarios state",
                            accumulation.at());
                }
            }
        }
        rule.then().values().forEach(value -> check(value, rule));
    }

    private void check(Constraint constraint, Rule rule) {
        if (constraint instanceof Constraint.Comparison comparison) {
            check(comparison.left(), rule);
            check(comparison.right(), rule);
        } else if (constraint instanceof Constraint.Choice choice) {
            check(choice.value(), rule);
        }
    }

    private void check(Expression expression, Rule rule) {
        int before = problems.size();
        expression.parts().forEach(part -> check(part, rule));
        if (problems.size() > before) {
            return;
        }
        if (expression instanceof Expression.Arithmetic
                && of(expression, rule) > (isInt(expression) ? MOST_INT : MOST_LONG)) {
            problem(expression + " may be too great a number; compare smaller ones", expression.at());
        } else if (expression instanceof Expression.Call call && call.method().moves()) {
            Expression by = call.arguments().get(0);
            long most = Calls.most(call.method());
            if (of(by, rule) > most) {
                String name = call.method().method();
                problem(
                        name + " moves by at most " + most + " "
                                + name.replaceAll("plus|minus", "").toLowerCase(Locale.ROOT)
                                + (by instanceof Expression.Constant
                                        ? ""
                                        : "; " + by + " may be more, so write a number, or give the field a @range"),
                        call.at());
            }
        } else if (expression instanceof Expression.Call call
                && call.method() == Method.DATE_OF
                && of(call, rule) > Year.MAX_VALUE) {
            problem(
                    call.arguments().get(0)
                            + " may be no year of the calendar; take that of a date, or give the field a @range",
                    call.at());
        }
    }

    /** Whether the engine calculates with numbers of 32 bits; what facts hold, and counts, are numbers of 64. */
    private static boolean isInt(Expression expression) {
        return expression instanceof Expression.Constant
                || expression instanceof Expression.Call
                || expression instanceof Expression.Arithmetic arithmetic
                        && isInt(arithmetic.left())
                        && isInt(arithmetic.right());
    }

    private void problem(String message, Position at) {
        problems.add(Problem.of("magnitude", message, at));
    }
}
