package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.rulebook.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the conditions of a rule say of the order of its dates, seen from one of them: which dates are no later than which, and
 * which are earlier. The plain patterns always hold when the rule applies, and so do the constraints on what an accumulate gives.
 * What stands inside {@code not}, {@code exists} or an accumulate holds of the facts looked for there and of nothing else; it is
 * learned only from the condition in question, and the variables bound in it are kept apart from others of their names.
 */
final class DateOrder {

    /** How one date lies to another, as far as the rule says. */
    enum Relation {
        EARLIER,
        NO_LATER,
        UNKNOWN
    }

    static final Set<Method> FORTH = Set.of(Method.PLUS_DAYS, Method.PLUS_MONTHS, Method.PLUS_YEARS);
    private static final Set<Method> BACK = Set.of(Method.MINUS_DAYS, Method.MINUS_MONTHS, Method.MINUS_YEARS);

    /** No condition. */
    static final int NONE = -1;

    private record Step(String to, boolean strict) {}

    /** The names of dates: those of fields, and of variables bound in a condition of their own, begin with their condition. */
    private record Place(int index, String prefix, Set<String> inner) {
        static final Place OUTSIDE = new Place(NONE, "", Set.of());
    }

    private final Rule rule;
    private final int condition;
    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, Set<Integer>> sources = new HashMap<>();

    /** @param condition the condition whose facts are asked about, or {@link #NONE} */
    DateOrder(Rule rule, int condition) {
        this.rule = rule;
        this.condition = condition;
        for (int i = 0; i < rule.when().size(); i++) {
            Condition one = rule.when().get(i);
            if (one instanceof Condition.Match || i == condition) {
                learn(one.pattern(), place(i));
            }
            if (one instanceof Condition.Accumulation accumulation) {
                accumulation.constraints().forEach(constraint -> learn(constraint, Place.OUTSIDE));
            }
        }
    }

    /** How the date in a field of the facts that the condition looks for lies to a date of the rule's conclusion. */
    Relation relation(String field, Expression conclusion) {
        String from = place(condition).prefix() + field;
        String to = name(conclusion, Place.OUTSIDE);
        Set<Step> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(from, false)));
        Relation best = Relation.UNKNOWN;
        while (!open.isEmpty()) {
            Step at = open.remove();
            if (!seen.add(at)) {
                continue;
            }
            if (at.to().equals(to)) {
                best = at.strict() ? Relation.EARLIER : best == Relation.UNKNOWN ? Relation.NO_LATER : best;
            }
            for (Step next : steps.getOrDefault(at.to(), List.of())) {
                open.add(new Step(next.to(), at.strict() || next.strict()));
            }
        }
        return best;
    }

    /** Whether the rule says that a date of its conclusion is no later than one that comes from none of these conditions. */
    boolean isBounded(Expression date, Set<Integer> conditions) {
        String from = name(date, Place.OUTSIDE);
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.remove();
            if (!seen.add(at)) {
                continue;
            }
            if (sources.containsKey(at) && Collections.disjoint(sources.get(at), conditions)) {
                return true;
            }
            steps.getOrDefault(at, List.of()).forEach(step -> open.add(step.to()));
        }
        return false;
    }

    private Place place(int index) {
        Condition one = rule.when().get(index);
        Set<String> inner = one instanceof Condition.Match
                ? Set.of()
                : one.pattern().bindings().stream()
                        .map(b -> b.variable().name())
                        .collect(Collectors.toSet());
        return new Place(index, "#" + index + ".", inner);
    }

    private void learn(Pattern pattern, Place place) {
        for (Pattern.Binding binding : pattern.bindings()) {
            if (binding.field().type() == ValueType.DATE) {
                String field = place.prefix() + binding.field().name();
                sources.put(field, Set.of(place.index()));
                same(field, name(binding.variable(), place));
            }
        }
        pattern.constraints().forEach(constraint -> learn(constraint, place));
    }

    private void learn(Constraint constraint, Place place) {
        if (!(constraint instanceof Constraint.Comparison comparison)
                || comparison.left().type() != ValueType.DATE
                || comparison.right().type() != ValueType.DATE) {
            return;
        }
        String left = name(comparison.left(), place);
        String right = name(comparison.right(), place);
        switch (comparison.operator()) {
            case "==" -> same(left, right);
            case "<" -> step(left, right, true);
            case "<=" -> step(left, right, false);
            case ">" -> step(right, left, true);
            case ">=" -> step(right, left, false);
            default -> {
                // Inequality and the rest say nothing of the order.
            }
        }
    }

    private void same(String one, String other) {
        step(one, other, false);
        step(other, one, false);
    }

    private void step(String from, String to, boolean strict) {
        steps.computeIfAbsent(from, k -> new ArrayList<>()).add(new Step(to, strict));
    }

    private static String name(Variable variable, Place place) {
        return place.inner().contains(variable.name()) ? place.prefix() + variable.name() : variable.name();
    }

    /** The conditions whose facts a value of the conclusion comes from. */
    Set<Integer> sources(Expression value) {
        return sources(value, Place.OUTSIDE);
    }

    private Set<Integer> sources(Expression value, Place place) {
        if (value instanceof Expression.FieldValue) {
            return Set.of(place.index());
        }
        if (value instanceof Expression.Bound bound) {
            return Set.of(place.inner().contains(bound.variable().name()) ? place.index() : source(bound.variable()));
        }
        return value.parts().stream()
                .flatMap(part -> sources(part, place).stream())
                .collect(Collectors.toSet());
    }

    /** The condition that binds a variable of the rule. */
    private int source(Variable variable) {
        return IntStream.range(0, rule.when().size())
                .filter(i -> rule.when().get(i) instanceof Condition.Accumulation accumulation
                        ? accumulation.result().equals(variable)
                        : rule.when().get(i).pattern().bindings().stream()
                                .anyMatch(b -> b.variable().equals(variable)))
                .findFirst()
                .orElse(NONE);
    }

    /** A name for the value that an expression gives; a date moved by a written number lies where the number says. */
    private String name(Expression expression, Place place) {
        String name = nameAlone(expression, place);
        sources.put(name, sources(expression, place));
        return name;
    }

    private String nameAlone(Expression expression, Place place) {
        if (expression instanceof Expression.FieldValue value) {
            return place.prefix() + value.field().name();
        }
        if (expression instanceof Expression.Bound bound) {
            return name(bound.variable(), place);
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return name(arithmetic.left(), place) + arithmetic.operator() + name(arithmetic.right(), place);
        }
        return expression instanceof Expression.Call call ? name(call, place) : expression.toString();
    }

    private String name(Expression.Call call, Place place) {
        String base = call.target() == null ? call.method().owner() : name(call.target(), place);
        String named = base + "." + call.method()
                + call.arguments().stream().map(a -> name(a, place)).toList();
        if (call.target() != null
                && call.method().result() == ValueType.DATE
                && call.arguments().get(0) instanceof Expression.Constant constant
                && constant.value() instanceof Long by
                && by >= 0) {
            if (FORTH.contains(call.method())) {
                step(base, named, by > 0);
            } else if (BACK.contains(call.method())) {
                step(named, base, by > 0);
            } else if (call.method() == Method.DAY_OF_YEAR && by == 1) {
                step(named, base, false);
            }
        }
        return named;
    }
}
