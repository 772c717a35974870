package io.charter.explain;

import io.charter.derivation.Premise;
import java.util.Arrays;

/** What is known of the derived facts of one scenario: a map by their numbers. */
final class ByFact<T> {

    private T[] known;

    /** @param usual how many derived facts there are */
    @SuppressWarnings("unchecked")
    ByFact(int usual) {
        known = (T[]) new Object[usual];
    }

    /** What is known of a fact, or null. */
    T get(Premise.Derived fact) {
        return fact.number() < known.length ? known[fact.number()] : null;
    }

    void put(Premise.Derived fact, T what) {
        if (fact.number() >= known.length) {
            known = Arrays.copyOf(known, 2 * fact.number() + 1);
        }
        known[fact.number()] = what;
    }
}
