package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import java.util.Arrays;
import java.util.List;

/** The order in which decisions cite the facts of a scenario. */
final class FactOrder {

    /** So many facts are put in order one by one sooner than by Java's own way. */
    private static final int FEW = 48;

    private final Placed[] order;

    /** The place in the order of each fact, by its place among those that the scenario knows. */
    private final int[] places;

    FactOrder(List<Fact> known) {
        order = new Placed[known.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = new Placed(known.get(i), i);
        }
        if (order.length > FEW) {
            Arrays.sort(order);
        } else {
            insertEach();
        }
        places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i].among] = i;
        }
    }

    private void insertEach() {
        for (int i = 1; i < order.length; i++) {
            Placed next = order[i];
            int at = i;
            while (at > 0 && order[at - 1].fact.compareTo(next.fact) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = next;
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
        return order[place].fact;
    }
}
