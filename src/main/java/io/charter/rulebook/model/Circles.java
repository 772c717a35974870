package io.charter.rulebook.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names lie on a circle together: each leads to the other (the strongly connected components of a graph, by R. Tarjan, "Depth-first
 * search and linear graph algorithms", SIAM Journal on Computing 1, 1972, in time that grows with the graph).
 */
public final class Circles {

    private final Map<String, Set<String>> leadsTo;
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Map<String, Integer> circles = new HashMap<>();
    private final List<Set<String>> inOrder = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param leadsTo for each name those that it leads to */
    public Circles(Map<String, Set<String>> leadsTo) {
        this.leadsTo = leadsTo;
        for (String name : List.copyOf(leadsTo.keySet())) {
            if (!found.containsKey(name)) {
                walk(name);
            }
        }
    }

    /** Whether two names that are known are the same, or each leads to the other. */
    public boolean together(String one, String other) {
        return one.equals(other) || circles.containsKey(one) && circles.get(one).equals(circles.get(other));
    }

    /** The names that lie on a circle together, or one alone, each after all those that it leads to. */
    public List<Set<String>> inOrder() {
        return inOrder;
    }

    private record Step(String name, Iterator<String> next) {}

    private void walk(String start) {
        Deque<Step> way = new ArrayDeque<>();
        way.push(enter(start));
        while (!way.isEmpty()) {
            Step step = way.peek();
            if (step.next().hasNext()) {
                String next = step.next().next();
                if (!found.containsKey(next)) {
                    way.push(enter(next));
                } else if (!circles.containsKey(next)) {
                    lower(step.name(), found.get(next));
                }
            } else {
                way.pop();
                leave(step.name());
                if (!way.isEmpty()) {
                    lower(way.peek().name(), lowest.get(step.name()));
                }
            }
        }
    }

    private Step enter(String name) {
        found.put(name, found.size());
        lowest.put(name, found.get(name));
        open.push(name);
        return new Step(name, leadsTo.getOrDefault(name, Set.of()).iterator());
    }

    private void leave(String name) {
        if (lowest.get(name).equals(found.get(name))) {
            Set<String> together = new LinkedHashSet<>();
            String last;
            do {
                last = open.pop();
                circles.put(last, found.get(name));
                together.add(last);
            } while (!last.equals(name));
            inOrder.add(together);
        }
    }

    private void lower(String name, int to) {
        lowest.merge(name, to, Math::min);
    }
}
