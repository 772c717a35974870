package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import io.charter.text.CharterException;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses, for each derived fact, the one application of a rule that explains it. Where several support it, the choice is the
 * one that rests on the fewest facts of the scenario, then on the earliest; so it does not depend on any order of rules or facts.
 */
final class Reasons {

    /** Stands for a fact that is being explained: nothing rests on what rests on it. */
    private static final Chosen UNDERWAY = new Chosen(null, null, null, null, List.of());

    private final List<Fact> known;
    private FactOrder order;
    private final ByFact<Chosen> chosen;

    Reasons(Derivations derivations) {
        this.known = derivations.scenario().known();
        this.chosen = new ByFact<>(derivations.facts().size());
    }

    /**
     * The application of a rule that explains a fact.
     *
     * @param stated the facts of the scenario that the rule itself matched
     * @param facts all facts of the scenario that it rests on in the end, as the others in the order of citing
     * @param derived the reasons of the derived facts that the rule matched, save those that only say what is asked
     */
    record Chosen(
            Premise.Derived fact, Premise.Support support, PlaceSet stated, PlaceSet facts, List<Chosen> derived) {}

    /** Written out, as most calls of this program are over before the comparators of Java itself pay for being made. */
    private static int compare(Chosen one, Chosen other) {
        int order = one.facts().compareTo(other.facts());
        if (order == 0) {
            order = one.stated().compareTo(other.stated());
        }
        if (order == 0) {
            order = one.support().rule().name().compareTo(other.support().rule().name());
        }
        return order != 0
                ? order
                : one.support()
                        .bindings()
                        .toString()
                        .compareTo(other.support().bindings().toString());
    }

    /** The application of a rule that explains the fact. */
    Premise.Support of(Premise.Derived fact) {
        return reason(fact).support();
    }

    /** The order in which decisions cite the facts of the scenario. */
    FactOrder order() {
        if (order == null) {
            order = new FactOrder(known);
        }
        return order;
    }

    /** The reason of a fact. */
    Chosen reason(Premise.Derived fact) {
        Chosen known = chosen.get(fact);
        if (known != null) {
            return known;
        }
        chosen.put(fact, UNDERWAY);
        Chosen best = null;
        for (Premise.Support support : fact.supports()) {
            Chosen reason = reason(fact, support);
            if (reason != null && (best == null || compare(reason, best) < 0)) {
                best = reason;
            }
        }
        if (best == null) {
            throw new CharterException(
                    "rules_ungrounded", "the rules are at fault: " + fact + " rests on nothing but itself");
        }
        chosen.put(fact, best);
        return best;
    }

    /** The reason that an application of a rule is; null where it rests on a fact that is being explained. */
    private Chosen reason(Premise.Derived fact, Premise.Support support) {
        List<Premise> premises = support.premises();
        int count = premises.size();
        for (int i = 0; i < count; i++) {
            if (premises.get(i) instanceof Premise.Derived below && chosen.get(below) == UNDERWAY) {
                return null;
            }
        }
        PlaceSet stated = new PlaceSet();
        List<Chosen> derived = List.of();
        for (int i = 0; i < count; i++) {
            Premise premise = premises.get(i);
            if (premise instanceof Premise.Given given) {
                stated.add(order().place(given));
            } else if (premise instanceof Premise.Derived below && !below.type().demand()) {
                derived = derived.isEmpty() ? new ArrayList<>(count - i) : derived;
                derived.add(reason(below));
            }
        }
        return new Chosen(fact, support, stated, all(stated, derived), derived);
    }

    /** The facts that any of them rests on; sets are not changed once they are made. */
    private static PlaceSet all(PlaceSet stated, List<Chosen> derived) {
        if (derived.isEmpty()) {
            return stated;
        }
        if (derived.size() == 1 && stated.isEmpty()) {
            return derived.get(0).facts();
        }
        PlaceSet all = new PlaceSet();
        all.addAll(stated);
        for (Chosen below : derived) {
            all.addAll(below.facts());
        }
        return all;
    }
}
