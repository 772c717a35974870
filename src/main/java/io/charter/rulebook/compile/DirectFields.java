package io.charter.rulebook.compile;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.drools.model.AlphaIndex;
import org.drools.model.BetaIndex;
import org.drools.model.Binding;
import org.drools.model.Index;
import org.drools.model.Variable;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.constraints.SingleConstraint1;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.index.AlphaIndexImpl;
import org.drools.model.index.BetaIndexImpl;
import org.drools.model.patterns.PatternImpl;
import org.drools.model.view.BindViewItem1;

/**
 * Makes the compiled rules of an edition again so that fields are read, and compared with variables and constants, by a few classes of
 * ours. Drools compiles a class for each field that a rule reads and for each comparison, and comes to it through two others; with
 * hundreds of rules, which are all asked about each scenario, it takes its time to find the way to so many classes.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
final class DirectFields extends RewrittenRules {

    private final Edition edition;

    DirectFields(Edition edition) {
        super(edition);
        this.edition = edition;
    }

    /** The value of a field of a fact. */
    private record Reading(Class<?> type, int place) implements Function1<Object, Object> {
        @Override
        public Object apply(Object fact) {
            return ((FactRow) fact).values[place];
        }
    }

    /** How a value has to compare: with one that is less, equal or greater. */
    private enum Order {
        EQUAL("=="),
        OTHER("!="),
        LESS("<"),
        NOT_GREATER("<="),
        GREATER(">"),
        NOT_LESS(">=");

        private final String operator;

        Order(String operator) {
            this.operator = operator;
        }

        static Optional<Order> of(String operator) {
            return Arrays.stream(values())
                    .filter(order -> order.operator.equals(operator))
                    .findFirst();
        }

        /** Whether it only asks if two values are the same. */
        boolean isOfEquality() {
            return this == EQUAL || this == OTHER;
        }

        /** As Drools has it: where there is no value, it is neither less nor greater than another. */
        boolean holds(Object value, Object other) {
            if (isOfEquality()) {
                return Objects.equals(value, other) == (this == EQUAL);
            }
            if (value == null || other == null) {
                return false;
            }
            int order = ((Comparable<Object>) value).compareTo(other);
            return switch (this) {
                case LESS -> order < 0;
                case NOT_GREATER -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        }
    }

    private record WithConstant(Reading field, Order order, Object constant, PredicateInformation predicateInformation)
            implements Predicate1<Object> {
        @Override
        public boolean test(Object fact) {
            return order.holds(field.apply(fact), constant);
        }
    }

    private record WithVariable(Reading field, Order order, PredicateInformation predicateInformation)
            implements Predicate2<Object, Object> {
        @Override
        public boolean test(Object fact, Object value) {
            return order.holds(field.apply(fact), value);
        }
    }

    @Override
    protected Binding binding(Binding compiled, PatternImpl<?> pattern) {
        Reading reading = reading(pattern.getPatternVariable().getType(), compiled.getReactOn());
        return reading == null
                ? compiled
                : new BindViewItem1<>(
                        compiled.getBoundVariable(),
                        reading,
                        compiled.getInputVariable(),
                        compiled.getReactOn(),
                        compiled.getWatchedProps());
    }

    /** Variables are bound to fields as they are: what Drools says that one reacts on is the field. */
    private Reading reading(Class<?> type, String[] fields) {
        return edition.type(type.getSimpleName())
                .filter(t -> type.getPackageName().equals(edition.packageName()))
                .filter(t -> fields != null && fields.length == 1)
                .map(t -> new Reading(type, t.place(fields[0])))
                .orElse(null);
    }

    @Override
    protected AbstractSingleConstraint constraint(AbstractSingleConstraint compiled, Rule rule, Constraint written) {
        if (!(written instanceof Constraint.Comparison comparison)
                || !(comparison.left() instanceof Expression.FieldValue field)
                || !Arrays.equals(
                        compiled.getReactiveProps(), new String[] {field.field().name()})) {
            return compiled;
        }
        Order order = Order.of(comparison.operator())
                .filter(o -> isSimple(field.type(), comparison.right().type(), o))
                .orElse(null);
        Variable[] variables = compiled.getVariables();
        Reading reading = reading(variables[0].getType(), compiled.getReactiveProps());
        if (order == null || reading == null) {
            return compiled;
        }
        PredicateInformation information = compiled.predicateInformation();
        AbstractSingleConstraint direct;
        if (comparison.right() instanceof Expression.Constant constant && variables.length == 1) {
            direct = new SingleConstraint1<>(
                    compiled.getExprId(),
                    variables[0],
                    new WithConstant(reading, order, constant.value(), information));
        } else if (comparison.right() instanceof Expression.Bound && variables.length == 2) {
            direct = new SingleConstraint2<>(
                    compiled.getExprId(), variables[0], variables[1], new WithVariable(reading, order, information));
        } else {
            return compiled;
        }
        direct.setIndex(index(compiled.getIndex(), reading));
        return direct;
    }

    /** Texts, days, and what is true or false are compared by their own ways in Java and in Drools alike. */
    private static boolean isSimple(ValueType type, ValueType other, Order order) {
        return type == other
                && (type == ValueType.DATE
                        || (type == ValueType.TEXT || type == ValueType.FLAG) && order.isOfEquality());
    }

    private static Index index(Index compiled, Reading reading) {
        if (compiled instanceof AlphaIndex alpha) {
            return new AlphaIndexImpl(
                    alpha.getIndexedClass(),
                    alpha.getConstraintType(),
                    alpha.getIndexId(),
                    reading,
                    alpha.getRightValue());
        }
        if (compiled instanceof BetaIndex beta) {
            return new BetaIndexImpl(
                    beta.getIndexedClass(),
                    beta.getConstraintType(),
                    beta.getIndexId(),
                    reading,
                    Function1.identity(),
                    beta.getRightReturnType());
        }
        return compiled;
    }
}
