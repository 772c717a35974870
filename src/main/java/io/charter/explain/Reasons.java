package io.charter.explain;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import io.charter.text.CharterException;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses, for each derived fact, the one application of a rule that explains it. Where several support it, the choice is the
 * one that rests on the fewest facts of the scenario, then on the earliest; so it does not depend on any order of rules or facts.
 */
final class Reasons {

    /** Stands for a fact that is being explained: nothing rests on what rests on it. */
    private static final Choice UNDERWAY = new Choice(null, null);

    private static final Comparator<Choice> BEST = Comparator.comparing(Choice::facts)
            .thenComparing(Choice::directFacts)
            .thenComparing(c -> c.support().rule().name())
            .thenComparing(c -> c.support().bindings().toString());

    private final CitedFacts.Order order;
    private final Map<Premise.Derived, Choice> choices = new IdentityHashMap<>();

    Reasons(Derivations derivations) {
        this.order = new CitedFacts.Order(derivations.scenario().known());
    }

    /** A support and all facts of the scenario that it rests on in the end. */
    private record Choice(Premise.Support support, CitedFacts facts) {

        /** The facts of the scenario that the rule itself matched. */
        CitedFacts directFacts() {
            CitedFacts direct = new CitedFacts(facts.order());
            for (Premise premise : support.premises()) {
                if (premise instanceof Premise.Given given) {
                    direct.add(given.fact());
                }
            }
            return direct;
        }
    }

    /** The application of a rule that explains the fact. */
    Premise.Support of(Premise.Derived fact) {
        return choice(fact).support();
    }

    /** All facts of the scenario that it rests on, in the order in which decisions cite them. */
    List<Fact> facts(Premise.Derived fact) {
        return choice(fact).facts().list();
    }

    /** The same, as a set. */
    CitedFacts cited(Premise.Derived fact) {
        return choice(fact).facts();
    }

    /** The order in which decisions cite the facts of the scenario. */
    CitedFacts.Order order() {
        return order;
    }

    private Choice choice(Premise.Derived fact) {
        Choice known = choices.get(fact);
        if (known != null) {
            return known;
        }
        choices.put(fact, UNDERWAY);
        Choice best = null;
        for (Premise.Support support : fact.supports()) {
            if (!restsOnUnderway(support)) {
                Choice choice = new Choice(support, factsOf(support));
                best = best == null || BEST.compare(choice, best) < 0 ? choice : best;
            }
        }
        if (best == null) {
            throw new CharterException(
                    "rules_ungrounded", "the rules are at fault: " + fact + " rests on nothing but itself");
        }
        choices.put(fact, best);
        return best;
    }

    private boolean restsOnUnderway(Premise.Support support) {
        for (Premise premise : support.premises()) {
            if (premise instanceof Premise.Derived derived && choices.get(derived) == UNDERWAY) {
                return true;
            }
        }
        return false;
    }

    private CitedFacts factsOf(Premise.Support support) {
        CitedFacts facts = new CitedFacts(order);
        for (Premise premise : support.premises()) {
            if (premise instanceof Premise.Given given) {
                facts.add(given.fact());
            } else if (premise instanceof Premise.Derived derived
                    && !derived.type().demand()) {
                facts.addAll(choice(derived).facts());
            }
        }
        return facts;
    }
}
