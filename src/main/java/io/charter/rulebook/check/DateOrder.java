package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the conditions of a rule say of the order of its dates: which are no later than which, and which are earlier. */
final class DateOrder {

    /** How one date lies to another, as far as the rule says. */
    enum Relation {
        EARLIER,
        NO_LATER,
        UNKNOWN
    }

    private record Step(String to, boolean strict) {}

    private final Map<String, List<Step>> steps = new HashMap<>();

    DateOrder(Rule rule) {
        for (int i = 0; i < rule.when().size(); i++) {
            Pattern pattern = rule.when().get(i).pattern();
            String place = place(i);
            for (Pattern.Binding binding : pattern.bindings()) {
                if (binding.field().type() == ValueType.DATE) {
                    same(place + binding.field().name(), binding.variable().name());
                }
            }
            pattern.constraints().forEach(constraint -> learn(constraint, place));
            if (rule.when().get(i) instanceof Condition.Accumulation accumulation) {
                accumulation.constraints().forEach(constraint -> learn(constraint, place));
            }
        }
    }

    /** How the date in a field of the fact that a condition looks for lies to a date of the rule's conclusion. */
    Relation relation(int condition, String field, Expression conclusion) {
        String from = place(condition) + field;
        String to = name(conclusion, "");
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

    private static String place(int condition) {
        return "#" + condition + ".";
    }

    private void learn(Constraint constraint, String place) {
        if (!(constraint instanceof Constraint.Comparison comparison)
                || comparison.left().type() != ValueType.DATE) {
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

    /** A name for the date that an expression gives; a date moved by a written number lies where the number says. */
    private String name(Expression expression, String place) {
        if (expression instanceof Expression.FieldValue value) {
            return place + value.field().name();
        }
        if (expression instanceof Expression.Call call
                && call.target() != null
                && call.method().result() == ValueType.DATE) {
            String base = name(call.target(), place);
            String moved = base + "." + call.method() + call.arguments();
            if (call.arguments().get(0) instanceof Expression.Constant constant
                    && constant.value() instanceof Long by
                    && by >= 0) {
                boolean back = Set.of(Method.MINUS_DAYS, Method.MINUS_MONTHS, Method.MINUS_YEARS)
                        .contains(call.method());
                step(back ? moved : base, back ? base : moved, by > 0);
            }
            return moved;
        }
        return expression.toString();
    }
}
