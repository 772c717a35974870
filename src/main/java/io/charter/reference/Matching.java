package io.charter.reference;

import io.charter.derivation.Premise;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Every way in which the conditions of a rule hold: nested loops over the facts, one a condition. */
final class Matching {

    private final Rule rule;
    private final Facts facts;
    private final Predicate<Row> admitted;
    private final Observer observer;
    private final Consumer<Matching> found;
    private final Bindings bindings = new Bindings();
    private final Map<String, Object> bound = bindings.values();
    private final Deque<List<Row>> rests = new ArrayDeque<>();
    private int furthest;

    /** @param admitted the facts that plain patterns and {@code exists} may match; absences and accumulates see all */
    private Matching(Rule rule, Facts facts, Predicate<Row> admitted, Observer observer, Consumer<Matching> found) {
        this.rule = rule;
        this.facts = facts;
        this.admitted = admitted;
        this.observer = observer;
        this.found = found;
    }

    static void each(Rule rule, Facts facts, Observer observer, Consumer<Matching> found) {
        new Matching(rule, facts, row -> true, observer, found).from(0);
    }

    /**
     * The same where plain patterns match only some of the facts.
     *
     * @return how many conditions held together at most
     */
    static int among(Rule rule, Facts facts, Predicate<Row> admitted, Consumer<Matching> found) {
        Matching matching = new Matching(rule, facts, admitted, Observer.NONE, found);
        matching.from(0);
        return matching.furthest;
    }

    /**
     * Goes on with the conditions from this one on. The variables of the conditions before it are bound; those of later ones
     * may hold what an earlier turn of the loops left, which nothing reads before it is bound anew.
     */
    private void from(int index) {
        furthest = Math.max(furthest, index);
        if (index == rule.when().size()) {
            found.accept(this);
            return;
        }
        Condition condition = rule.when().get(index);
        observer.reached(rule, condition, bindings);
        if (condition instanceof Condition.Accumulation accumulation) {
            accumulate(accumulation, index);
        } else if (condition instanceof Condition.Absent) {
            if (candidates(condition.pattern()).stream().noneMatch(row -> meets(condition.pattern(), row))) {
                with(List.of(), index);
            }
        } else {
            for (Row row : candidates(condition.pattern())) {
                if (admitted.test(row) && meets(condition.pattern(), row)) {
                    with(List.of(row), index);
                }
            }
        }
    }

    /** The facts of a pattern's type; where it asks for a value that is known by now, those that have it. */
    private List<Row> candidates(Pattern pattern) {
        List<Constraint> constraints = observer.everything() ? List.of() : pattern.constraints();
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Comparison asked
                    && asked.operator().equals("==")
                    && asked.left() instanceof Expression.FieldValue field
                    && (asked.right() instanceof Expression.Constant || isBoundBefore(asked.right(), pattern))) {
                return facts.of(pattern.type(), field.field(), Terms.value(asked.right(), null, bound));
            }
        }
        return facts.of(pattern.type());
    }

    private static boolean isBoundBefore(Expression expression, Pattern pattern) {
        return expression instanceof Expression.Bound value
                && value.variable().type() != null
                && pattern.bindings().stream()
                        .noneMatch(
                                b -> b.variable().name().equals(value.variable().name()));
    }

    private void with(List<Row> rows, int index) {
        rests.addLast(rows);
        from(index + 1);
        rests.removeLast();
    }

    /** Whether a fact meets a pattern; its variables are then bound. */
    private boolean meets(Pattern pattern, Row row) {
        if (pattern.variable() != null) {
            bindings.bind(pattern.variable().name(), row, row);
        }
        for (Pattern.Binding binding : pattern.bindings()) {
            bindings.bind(binding.variable().name(), row.value(binding.field()), row);
        }
        return holds(pattern.constraints(), row);
    }

    private boolean holds(List<Constraint> constraints, Row row) {
        for (Constraint constraint : constraints) {
            boolean holds = Terms.holds(constraint, row, bound);
            observer.tried(rule, constraint, holds, row, bindings);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private void accumulate(Condition.Accumulation accumulation, int index) {
        List<Row> rows = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Row row : candidates(accumulation.pattern())) {
            if (meets(accumulation.pattern(), row)) {
                rows.add(row);
                values.add(accumulation.argument() == null ? null : Terms.value(accumulation.argument(), row, bound));
            }
        }
        Object result = result(accumulation, values);
        bindings.bind(accumulation.result().name(), result, new Bindings.Counted(accumulation, rows));
        if (result != null && holds(accumulation.constraints(), null)) {
            with(rows, index);
        }
    }

    /** What the function gives; the least and the greatest of nothing is null, and then the condition does not hold. */
    private static Object result(Condition.Accumulation accumulation, List<Object> values) {
        return switch (accumulation.function()) {
            case COUNT -> (long) values.size();
            case SUM ->
                accumulation.argument().type() == ValueType.AMOUNT
                        ? values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add)
                        : (Object) values.stream().map(Long.class::cast).reduce(0L, Math::addExact);
            case MIN -> values.stream().min(Terms::order).orElse(null);
            case MAX -> values.stream().max(Terms::order).orElse(null);
        };
    }

    /** The values of the fields of the fact that follows from the way just found. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Expression expression : rule.then().values()) {
            values.add(Terms.value(expression, null, bound));
        }
        return values;
    }

    Bindings bindings() {
        return bindings;
    }

    /** The way just found, as an application of the rule. */
    Premise.Support support() {
        Map<String, Object> said = new LinkedHashMap<>();
        for (Variable variable : rule.variables()) {
            if (variable.type() != null) {
                said.put(variable.plainName(), bound.get(variable.name()));
            }
        }
        List<Object> values = values();
        for (int i = 0; i < values.size(); i++) {
            said.putIfAbsent(rule.then().type().fields().get(i).name(), values.get(i));
        }
        Set<Premise> premises = new LinkedHashSet<>();
        rests.forEach(rows -> rows.forEach(row -> premises.add(row.premise())));
        return new Premise.Support(rule, said, List.copyOf(premises));
    }
}
