package io.charter.rulebook.check;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.Rule;
import io.charter.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses rules that rest on themselves. Truth maintenance counts supports and does not ask whether they are grounded, so the
 * answer of such rules depends on the order in which they fire. A type may rest on itself only along a date: each step of the
 * cycle looks at a fact whose {@code @along} date is strictly earlier than that of the fact that it derives.
 */
final class Cycles {

    private final Collection<FactType> types;
    private final List<Rule> rules;
    private final List<Problem> problems;

    Cycles(Collection<FactType> types, List<Rule> rules, List<Problem> problems) {
        this.types = types;
        this.rules = rules;
        this.problems = problems;
    }

    void run() {
        Map<String, Set<String>> restsOn = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.when()
                    .forEach(c -> matched(c.pattern().type())
                            .forEach(t -> restsOn.computeIfAbsent(
                                            rule.then().type().name(), k -> new LinkedHashSet<>())
                                    .add(t)));
        }
        for (Rule rule : rules) {
            String head = rule.then().type().name();
            for (Condition condition : rule.when()) {
                for (String premise : matched(condition.pattern().type())) {
                    List<String> way = way(premise, head, restsOn);
                    if (way != null && !earlier(condition.pattern(), rule)) {
                        problems.add(Problem.of(
                                "cycle",
                                "rule \"" + rule.name() + "\" closes a cycle: " + head + " rests on "
                                        + String.join(", which rests on ", way)
                                        + "; break it, or let it move along a date (mark the date of each type with @along, and look only at strictly earlier ones)",
                                condition.pattern().at()));
                    }
                }
            }
        }
    }

    /** The derived types whose facts a pattern on this type matches. */
    private List<String> matched(FactType type) {
        return types.stream()
                .filter(t -> t.kind() == FactType.Kind.DERIVED && t.isA(type))
                .map(FactType::name)
                .toList();
    }

    /** The shortest way from one type to another along "rests on", both named; null when there is none. */
    private static List<String> way(String from, String to, Map<String, Set<String>> restsOn) {
        Deque<List<String>> open = new ArrayDeque<>(List.of(List.of(from)));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!open.isEmpty()) {
            List<String> path = open.removeFirst();
            String last = path.get(path.size() - 1);
            if (last.equals(to)) {
                return path;
            }
            for (String next : restsOn.getOrDefault(last, Set.of())) {
                if (seen.add(next)) {
                    List<String> longer = new ArrayList<>(path);
                    longer.add(next);
                    open.addLast(longer);
                }
            }
        }
        return null;
    }

    /** Whether the pattern asks for a date strictly before the date of the derived fact, each marked as the one to move along. */
    private static boolean earlier(Pattern pattern, Rule rule) {
        Field premise = along(pattern.type());
        Field head = along(rule.then().type());
        if (premise == null || head == null) {
            return false;
        }
        Expression day = rule.then().values().get(rule.then().type().fields().indexOf(head));
        return day instanceof Expression.Bound bound
                && pattern.constraints().stream().anyMatch(c -> isBefore(c, premise, bound));
    }

    private static boolean isBefore(Constraint constraint, Field premise, Expression.Bound day) {
        if (!(constraint instanceof Constraint.Comparison comparison)) {
            return false;
        }
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (comparison.operator().equals(">")) {
            left = comparison.right();
            right = comparison.left();
        } else if (!comparison.operator().equals("<")) {
            return false;
        }
        return left instanceof Expression.FieldValue value
                && value.field().name().equals(premise.name())
                && right instanceof Expression.Bound bound
                && bound.variable().equals(day.variable());
    }

    private static Field along(FactType type) {
        return type.fields().stream().filter(Field::along).findFirst().orElse(null);
    }
}
