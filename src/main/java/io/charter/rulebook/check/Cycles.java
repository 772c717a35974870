package io.charter.rulebook.check;

import io.charter.rulebook.model.Circles;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Method;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses rules that rest on themselves. Truth maintenance counts supports and does not ask whether they are grounded, so the
 * answer of such rules depends on the order in which they fire. A type may rest on itself only along a date: each step of the
 * cycle looks at a fact whose {@code @along} date is no later than that of the fact that it derives, and on every way around,
 * at least one step at a strictly earlier one. So each turn goes back in time, and comes to an end. For the facts to come to an end
 * as well, a step calculates nothing from a fact of the cycle but a later date, and that one no later than a date that the cycle
 * does not make: all its other values are there before it begins.
 */
final class Cycles {

    private final Collection<FactType> types;
    private final List<Rule> rules;
    private final List<Problem> problems;
    private final Map<String, List<String>> matched = new HashMap<>();

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
        Circles circles = new Circles(restsOn);
        List<Link> sameDay = new ArrayList<>();
        for (Rule rule : rules) {
            List<Link> links = links(rule, circles);
            int before = problems.size();
            for (Link link : links) {
                DateOrder.Relation relation = relation(link);
                if (relation == DateOrder.Relation.UNKNOWN) {
                    report(link, way(link.premise(), link.head(), restsOn));
                } else if (relation == DateOrder.Relation.NO_LATER) {
                    sameDay.add(link);
                }
            }
            if (problems.size() == before) {
                refuseGrowth(rule, links.stream().map(Link::condition).collect(Collectors.toSet()));
            }
        }
        Map<String, Set<String>> within = new LinkedHashMap<>();
        sameDay.forEach(link ->
                within.computeIfAbsent(link.head(), k -> new LinkedHashSet<>()).add(link.premise()));
        Circles atOnce = new Circles(within);
        for (Link link : sameDay) {
            if (atOnce.together(link.premise(), link.head())) {
                report(link, way(link.premise(), link.head(), within));
            }
        }
    }

    /** A condition of a rule that looks at a type which rests in turn on what the rule derives. */
    private record Link(Rule rule, int condition, String premise) {
        String head() {
            return rule.then().type().name();
        }
    }

    private List<Link> links(Rule rule, Circles circles) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < rule.when().size(); i++) {
            for (String premise : matched(rule.when().get(i).pattern().type())) {
                if (circles.together(premise, rule.then().type().name())) {
                    links.add(new Link(rule, i, premise));
                }
            }
        }
        return links;
    }

    /** How the date of the fact looked at lies to that of the fact derived. */
    private static DateOrder.Relation relation(Link link) {
        Rule rule = link.rule();
        Field premise = along(rule.when().get(link.condition()).pattern().type());
        Field head = along(rule.then().type());
        if (premise == null || head == null) {
            return DateOrder.Relation.UNKNOWN;
        }
        Expression day = rule.then().values().get(rule.then().type().fields().indexOf(head));
        return new DateOrder(rule, link.condition()).relation(premise.name(), day);
    }

    /** @param inside the conditions that look at facts of the cycle */
    private void refuseGrowth(Rule rule, Set<Integer> inside) {
        DateOrder order = new DateOrder(rule, DateOrder.NONE);
        for (Expression value : rule.then().values()) {
            if (grows(value, order, inside) && !isBounded(value, order, inside)) {
                problems.add(Problem.of(
                        "endless",
                        "rule \"" + rule.name() + "\" may go on for ever: " + value
                                + " is calculated from a fact that rests in turn on what the rule derives; take it from a fact outside the cycle"
                                + (value.type() == ValueType.DATE
                                        ? ", or keep it no later than a date of one by a constraint"
                                        : ""),
                        value.at()));
            }
        }
    }

    /** Whether a value is a new one at each turn: calculated, beyond what a fact of the cycle holds. */
    private static boolean grows(Expression value, DateOrder order, Set<Integer> inside) {
        boolean makesNew =
                value instanceof Expression.Call call && call.method().moves()
                        || value instanceof Expression.Arithmetic arithmetic
                                && !arithmetic.operator().equals("%");
        return makesNew && !Collections.disjoint(order.sources(value), inside)
                || value.parts().stream().anyMatch(part -> grows(part, order, inside));
    }

    private static boolean isBounded(Expression value, DateOrder order, Set<Integer> inside) {
        if (!(value instanceof Expression.Call call) || value.type() != ValueType.DATE) {
            return false;
        }
        boolean later = DateOrder.FORTH.contains(call.method());
        return order.isBounded(value, inside) && (later || call.method() == Method.DATE_OF)
                || later && order.isBounded(call.target(), inside);
    }

    private void report(Link link, List<String> way) {
        problems.add(Problem.of(
                "cycle",
                "rule \"" + link.rule().name() + "\" closes a cycle: " + link.head() + " rests on "
                        + String.join(", which rests on ", way)
                        + "; break it, or let it move along a date (mark the date of each type with @along, and look only at earlier ones)",
                link.rule().when().get(link.condition()).pattern().at()));
    }

    /** The derived types whose facts a pattern on this type matches. */
    private List<String> matched(FactType type) {
        return matched.computeIfAbsent(
                type.name(),
                name -> types.stream()
                        .filter(t -> t.kind() == FactType.Kind.DERIVED && t.isA(type))
                        .map(FactType::name)
                        .toList());
    }

    /** The shortest way from one type to another along "rests on", both named; there is one. */
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
        throw new IllegalArgumentException(from + " does not rest on " + to);
    }

    private static Field along(FactType type) {
        return type.fields().stream().filter(Field::along).findFirst().orElse(null);
    }
}
