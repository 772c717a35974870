package io.charter.whatif;

import io.charter.derivation.Premise;
import io.charter.reference.Bindings;
import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Watches rules being worked out, and learns at which values of the fields of facts a comparison would come out otherwise: the
 * values that rules compare a field with, directly or through the facts that they derive from it, brought back to the field.
 */
final class Origins implements io.charter.reference.Observer {

    private final Predicate<Object> followed;
    private final Sketches sketches;
    private final Map<Row, Map<String, Set<Origin>>> derived = new IdentityHashMap<>();
    private final Map<Origin, Set<Object>> thresholds = new HashMap<>();

    /**
     * A field of a fact of the scenario, or the date asked about.
     *
     * @param of the fact, or {@link Premise.Today}
     */
    record Origin(Object of, Field field, Object value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Origin o && same(o.of, of) && o.field.name().equals(field.name());
        }

        private static boolean same(Object one, Object other) {
            return one == other || one instanceof Premise.Today && other instanceof Premise.Today;
        }

        @Override
        public int hashCode() {
            return (of instanceof Premise.Today ? 0 : System.identityHashCode(of)) * 31
                    + field.name().hashCode();
        }
    }

    /**
     * @param followed the facts, or the date asked about ({@link Premise.Today}), of which to learn
     * @param sketches what learns of facts that are looked for, or null
     */
    Origins(Predicate<Object> followed, Sketches sketches) {
        this.followed = followed;
        this.sketches = sketches;
    }

    /** The values with which a field of a fact was compared. */
    Map<Origin, Set<Object>> thresholds() {
        return thresholds;
    }

    @Override
    public boolean everything() {
        return sketches != null;
    }

    @Override
    public void tried(Rule rule, Constraint constraint, boolean holds) {
        // The fuller form below is what is told.
    }

    @Override
    public void tried(Rule rule, Constraint constraint, boolean holds, Row row, Bindings bindings) {
        if (constraint instanceof Constraint.Choice choice) {
            for (Origin origin : of(choice.value(), row, bindings)) {
                choice.choices().forEach(c -> learn(origin, null, Terms.value(c, row, bindings.values())));
            }
            return;
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        Set<Origin> left = of(comparison.left(), row, bindings);
        Set<Origin> right = of(comparison.right(), row, bindings);
        boolean sums = sketches != null && row == null;
        if (left.isEmpty() && right.isEmpty() && !sums) {
            return;
        }
        Object one = Terms.value(comparison.left(), row, bindings.values());
        Object other = Terms.value(comparison.right(), row, bindings.values());
        // A field that moves both sides moves neither past the other.
        left.stream().filter(o -> !right.contains(o)).forEach(origin -> learn(origin, one, other));
        right.stream().filter(o -> !left.contains(o)).forEach(origin -> learn(origin, other, one));
        if (sums) {
            sketches.compared(comparison.left(), one, other, bindings);
            sketches.compared(comparison.right(), other, one, bindings);
        }
    }

    @Override
    public void reached(Rule rule, Condition condition, Bindings bindings) {
        if (sketches != null) {
            sketches.reached(condition.pattern(), bindings);
        }
    }

    @Override
    public void applied(Rule rule, Row row, Bindings bindings) {
        List<Expression> values = rule.then().values();
        for (int i = 0; i < values.size(); i++) {
            Set<Origin> from = of(values.get(i), null, bindings);
            if (!from.isEmpty()) {
                derived.computeIfAbsent(row, k -> new HashMap<>())
                        .computeIfAbsent(rule.then().type().fields().get(i).name(), k -> new HashSet<>())
                        .addAll(from);
            }
        }
    }

    /** The fields that the value of an expression moves with. */
    private Set<Origin> of(Expression expression, Row row, Bindings bindings) {
        if (expression instanceof Expression.FieldValue value) {
            return of(row, value.field());
        }
        if (expression instanceof Expression.Bound bound) {
            String name = bound.variable().name();
            Bindings.Counted counted = bindings.counted(name);
            if (counted != null) {
                return counted(counted);
            }
            Row from = bindings.row(name);
            return from == null || bound.variable().origin() == null
                    ? Set.of()
                    : of(from, bound.variable().origin());
        }
        if (expression instanceof Expression.Call call && call.target() != null) {
            return of(call.target(), row, bindings);
        }
        return Set.of();
    }

    private Set<Origin> of(Row row, Field field) {
        if (row.premise() instanceof Premise.Derived) {
            return derived.getOrDefault(row, Map.of()).getOrDefault(field.name(), Set.of());
        }
        Object of = row.premise() instanceof Premise.Given given ? given.fact() : row.premise();
        return followed.test(of) ? Set.of(new Origin(of, field, row.value(field))) : Set.of();
    }

    private Set<Origin> counted(Bindings.Counted counted) {
        Set<Origin> all = new HashSet<>();
        if (counted.accumulation().argument() instanceof Expression.Bound argument
                && argument.variable().origin() != null) {
            counted.rows().forEach(row -> all.addAll(of(row, argument.variable().origin())));
        }
        return all;
    }

    private void learn(Origin origin, Object here, Object there) {
        Object threshold = moved(origin.field(), origin.value(), here, there);
        if (threshold != null) {
            thresholds.computeIfAbsent(origin, k -> new HashSet<>()).add(threshold);
        }
    }

    /** What the field would be where the two sides were equal; null where there is no such value. */
    static Object moved(Field field, Object value, Object here, Object there) {
        try {
            if (value instanceof LocalDate date && here instanceof LocalDate one && there instanceof LocalDate other) {
                return date.plusDays(ChronoUnit.DAYS.between(one, other));
            }
            if (value instanceof BigDecimal amount && here != null && there != null && !(there instanceof String)) {
                return amount.add(number(there)).subtract(number(here));
            }
            if (value instanceof Long count && here instanceof Long one && there instanceof Long other) {
                return count + other - one;
            }
        } catch (DateTimeException e) {
            return null;
        }
        boolean fits = switch (field.type()) {
            case TEXT -> there instanceof String;
            case DATE -> there instanceof LocalDate;
            case FLAG -> there instanceof Boolean;
            case COUNT -> there instanceof Long;
            default -> false;
        };
        return fits ? there : null;
    }

    static BigDecimal number(Object value) {
        return value instanceof BigDecimal amount ? amount : BigDecimal.valueOf((Long) value);
    }
}
