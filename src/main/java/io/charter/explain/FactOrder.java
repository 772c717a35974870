package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import java.util.Arrays;
import java.util.List;

/** The order in which decisions cite the facts of a scenario. */
final class FactOrder {

    private final Fact[] facts;

    /** The place in the order of each fact, by its place among those that the scenario knows. */
    private final int[] places;

    FactOrder(List<Fact> known) {
        Placed[] order = new Placed[known.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = new Placed(known.get(i), i);
        }
        Arrays.sort(order);
        facts = new Fact[order.length];
        places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            facts[i] = order[i].fact;
            places[order[i].among] = i;
        }
    }

    /** A fact and its place among those that the scenario knows. */
    private record Placed(Fact fact, int among) implements Comparable<Placed> {

        @Override
        public int compareTo(Placed other) {
            return fact.compareTo(other.fact);
        }
    }

    int place(Premise.Given given) {
        return places[given.place()];
    }

    Fact fact(int place) {
        return facts[place];
    }
}
