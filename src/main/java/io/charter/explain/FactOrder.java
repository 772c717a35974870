package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.List;

/** The order in which decisions cite the facts of a scenario. */
final class FactOrder {

    /** So many facts are put in order one by one sooner than by Java's own way. */
    private static final int FEW = 48;

    private final List<Placed> order;

    /** The place in the order of each fact, by its place among those that the scenario knows. */
    private final int[] places;

    FactOrder(List<Fact> known) {
        int size = known.size();
        order = new ArrayList<>(size);
        if (size > FEW) {
            for (int i = 0; i < size; i++) {
                order.add(new Placed(known.get(i), i));
            }
            // Of a list, as the compiler of the JVM takes arrays that are sorted to be of objects: for one of another
            // type, it does its work again and again.
            order.sort(null);
        } else {
            for (int i = 0; i < size; i++) {
                Placed next = new Placed(known.get(i), i);
                int at = i;
                while (at > 0 && order.get(at - 1).fact.compareTo(next.fact) > 0) {
                    at--;
                }
                order.add(at, next);
            }
        }
        places = new int[size];
        for (int i = 0; i < size; i++) {
            places[order.get(i).among] = i;
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
        return order.get(place).fact;
    }
}
