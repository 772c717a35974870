package io.charter.rulebook.compile;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
 * ours. Drools compiles a class for each field that a rule reads and for each comparison, and comes to it through two others; with some
 * hundred rules, which are all asked about each scenario, to find the way to the classes takes longer than they do.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
final class DirectFields extends RewrittenRules {

    private static final Function1<Object, Object> AS_IT_IS = new AsItIs();

    private static final Set<String> ORDERED = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> EQUAL = Set.of("==", "!=");

    private final Function<Class<?>, FactRow> rows;
    private final Map<Class<?>, FactRow> known = new ConcurrentHashMap<>();
    private final Edition edition;

    /** @param rows reads the facts of a class */
    DirectFields(Edition edition, Function<Class<?>, FactRow> rows) {
        super(edition);
        this.edition = edition;
        this.rows = rows;
    }

    private static final class AsItIs implements Function1<Object, Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object apply(Object value) {
            return value;
        }
    }

    /** The value of a field of a fact. */
    private record Reading(FactRow row, int place) implements Function1<Object, Object> {
        @Override
        public Object apply(Object fact) {
            return row.value(fact, place);
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

        static Order of(String operator) {
            for (Order order : values()) {
                if (order.operator.equals(operator)) {
                    return order;
                }
            }
            throw new IllegalArgumentException(operator);
        }

        /** As Drools has it: where there is no value, it is neither less nor greater than another. */
        boolean holds(Object value, Object other) {
            if (this == EQUAL || this == OTHER) {
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

    private record WithConstant(FactRow row, int place, Order order, Object constant, String text)
            implements Predicate1<Object> {
        @Override
        public boolean test(Object fact) {
            return order.holds(row.value(fact, place), constant);
        }

        @Override
        public PredicateInformation predicateInformation() {
            return new PredicateInformation(text);
        }

        /** The rule's own words do not matter. */
        @Override
        public boolean equals(Object other) {
            return other instanceof WithConstant with
                    && row == with.row
                    && place == with.place
                    && order == with.order
                    && Objects.equals(constant, with.constant);
        }

        @Override
        public int hashCode() {
            return Objects.hash(row, place, order, constant);
        }
    }

    private record WithVariable(FactRow row, int place, Order order, String text)
            implements Predicate2<Object, Object> {
        @Override
        public boolean test(Object fact, Object value) {
            return order.holds(row.value(fact, place), value);
        }

        @Override
        public PredicateInformation predicateInformation() {
            return new PredicateInformation(text);
        }

        /** The rule's own words do not matter. */
        @Override
        public boolean equals(Object other) {
            return other instanceof WithVariable with && row == with.row && place == with.place && order == with.order;
        }

        @Override
        public int hashCode() {
            return Objects.hash(row, place, order);
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
                .map(t -> new Reading(row(type), t.place(fields[0])))
                .orElse(null);
    }

    private FactRow row(Class<?> type) {
        return known.computeIfAbsent(type, rows);
    }

    @Override
    protected AbstractSingleConstraint constraint(AbstractSingleConstraint compiled, Rule rule, Constraint written) {
        if (!(written instanceof Constraint.Comparison comparison)
                || !(comparison.left() instanceof Expression.FieldValue field)
                || !isSimple(comparison, field)
                || !Arrays.equals(
                        compiled.getReactiveProps(), new String[] {field.field().name()})) {
            return compiled;
        }
        Variable[] variables = compiled.getVariables();
        Reading reading =
                reading(variables[0].getType(), new String[] {field.field().name()});
        if (reading == null) {
            return compiled;
        }
        Order order = Order.of(comparison.operator());
        String text = compiled.predicateInformation().getStringConstraint();
        AbstractSingleConstraint direct;
        if (comparison.right() instanceof Expression.Constant constant && variables.length == 1) {
            direct = new SingleConstraint1<>(
                    compiled.getExprId(),
                    variables[0],
                    new WithConstant(reading.row(), reading.place(), order, constant.value(), text));
        } else if (comparison.right() instanceof Expression.Bound && variables.length == 2) {
            direct = new SingleConstraint2<>(
                    compiled.getExprId(),
                    variables[0],
                    variables[1],
                    new WithVariable(reading.row(), reading.place(), order, text));
        } else {
            return compiled;
        }
        direct.setIndex(index(compiled.getIndex(), reading));
        return direct;
    }

    /** Texts and days, which are compared by their own ways in Java and in Drools alike. */
    private static boolean isSimple(Constraint.Comparison comparison, Expression.FieldValue field) {
        ValueType type = field.type();
        return type == comparison.right().type()
                && (type == ValueType.DATE && ORDERED.contains(comparison.operator())
                        || (type == ValueType.TEXT || type == ValueType.FLAG) && EQUAL.contains(comparison.operator()));
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
                    AS_IT_IS,
                    beta.getRightReturnType());
        }
        return compiled;
    }
}
