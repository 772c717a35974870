package io.charter.rulebook.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that can be worked through together, once those of the strata before are done: the rules that derive a type come after those for
 * all types that it rests on, and types that rest on each other go together.
 *
 * @param types the names of the derived types of the stratum
 * @param circular whether they rest on each other, or one on itself
 * @param lookedAt the names of the types that the rules look at
 */
public record Stratum(Set<String> types, List<Rule> rules, boolean circular, Set<String> lookedAt) {

    /** The strata of an edition, each after those that it rests on. */
    public static List<Stratum> of(Edition edition) {
        return new Order(edition).strata;
    }

    /**
     * Finds the strongly connected parts of the graph "a type rests on a type", in time linear in the rules. After R. Tarjan, "Depth-first
     * search and linear graph algorithms", SIAM Journal on Computing 1 (1972), with the way kept in a list, so that a long chain of rules
     * needs no deep stack.
     */
    private static final class Order {

        private final Map<String, Set<String>> restsOn = new LinkedHashMap<>();
        private final Map<String, List<Rule>> rules = new HashMap<>();
        private final Map<String, Visit> visits = new HashMap<>();
        private final Deque<Visit> open = new ArrayDeque<>();
        private final List<Stratum> strata = new ArrayList<>();

        /** A type that has been come to: its number, and the lowest one that can be come back to from it. */
        private static final class Visit {
            private final String type;
            private final int number;
            private final Iterator<String> next;
            private int lowest;
            private boolean placed;

            Visit(String type, int number, Iterator<String> next) {
                this.type = type;
                this.number = number;
                this.lowest = number;
                this.next = next;
            }
        }

        Order(Edition edition) {
            Map<String, List<String>> matched = new HashMap<>();
            List<FactType> derived = edition.types().values().stream()
                    .filter(type -> type.kind() == FactType.Kind.DERIVED)
                    .toList();
            for (FactType type : derived) {
                restsOn.put(type.name(), new LinkedHashSet<>());
                for (FactType as = type; as != null; as = as.parent()) {
                    matched.computeIfAbsent(as.name(), k -> new ArrayList<>()).add(type.name());
                }
            }
            for (Rule rule : edition.rules()) {
                String head = rule.then().type().name();
                rules.computeIfAbsent(head, k -> new ArrayList<>()).add(rule);
                for (Condition condition : rule.when()) {
                    restsOn.get(head)
                            .addAll(matched.getOrDefault(
                                    condition.pattern().type().name(), List.of()));
                }
            }
            restsOn.keySet().stream().filter(type -> !visits.containsKey(type)).forEach(this::walk);
        }

        private void walk(String from) {
            Deque<Visit> way = new ArrayDeque<>(List.of(come(from)));
            while (!way.isEmpty()) {
                Visit here = way.peek();
                if (here.next.hasNext()) {
                    String type = here.next.next();
                    Visit there = visits.get(type);
                    if (there == null) {
                        way.push(come(type));
                    } else if (!there.placed) {
                        here.lowest = Math.min(here.lowest, there.number);
                    }
                    continue;
                }
                way.pop();
                if (!way.isEmpty()) {
                    way.peek().lowest = Math.min(way.peek().lowest, here.lowest);
                }
                if (here.lowest == here.number) {
                    place(here);
                }
            }
        }

        private Visit come(String type) {
            Visit visit = new Visit(type, visits.size(), restsOn.get(type).iterator());
            visits.put(type, visit);
            open.push(visit);
            return visit;
        }

        private void place(Visit last) {
            Set<String> types = new LinkedHashSet<>();
            List<Rule> together = new ArrayList<>();
            Set<String> lookedAt = new LinkedHashSet<>();
            Visit visit;
            do {
                visit = open.pop();
                visit.placed = true;
                types.add(visit.type);
                together.addAll(rules.getOrDefault(visit.type, List.of()));
            } while (visit != last);
            together.forEach(rule ->
                    rule.when().forEach(c -> lookedAt.add(c.pattern().type().name())));
            boolean circular =
                    types.stream().anyMatch(type -> restsOn.get(type).stream().anyMatch(types::contains));
            if (!together.isEmpty()) {
                strata.add(new Stratum(types, together, circular, lookedAt));
            }
        }
    }
}
