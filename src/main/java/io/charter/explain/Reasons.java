package io.charter.explain;

import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import io.charter.text.CharterException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Chooses, for each derived fact, the one application of a rule that explains it. Where several support it, the choice is the
 * one that rests on the fewest facts of the scenario, then on the earliest; so it does not depend on any order of rules or facts.
 */
final class Reasons {

    private final Map<Premise.Derived, Choice> choices = new IdentityHashMap<>();
    private final Map<Premise.Derived, Boolean> underway = new IdentityHashMap<>();

    /** A support and, in order, all facts of the scenario that it rests on in the end. */
    private record Choice(Premise.Support support, List<Fact> facts) {}

    private static final Comparator<List<Fact>> BY_FACTS = (one, other) -> {
        int order = Integer.compare(one.size(), other.size());
        for (int i = 0; order == 0 && i < one.size(); i++) {
            order = one.get(i).compareTo(other.get(i));
        }
        return order;
    };
    private static final Comparator<Choice> BEST = Comparator.comparing(Choice::facts, BY_FACTS)
            .thenComparing(c -> directFacts(c.support()), BY_FACTS)
            .thenComparing(c -> c.support().rule().name())
            .thenComparing(c -> c.support().bindings().toString());

    /** The facts of the scenario that the rule itself matched, in order. */
    private static List<Fact> directFacts(Premise.Support support) {
        return support.premises().stream()
                .filter(Premise.Given.class::isInstance)
                .map(premise -> ((Premise.Given) premise).fact())
                .sorted()
                .toList();
    }

    /** The application of a rule that explains the fact. */
    Premise.Support of(Premise.Derived fact) {
        return choice(fact).support();
    }

    /** All facts of the scenario that it rests on, in the order in which decisions cite them. */
    List<Fact> facts(Premise.Derived fact) {
        return choice(fact).facts();
    }

    private Choice choice(Premise.Derived fact) {
        Choice known = choices.get(fact);
        if (known != null) {
            return known;
        }
        underway.put(fact, true);
        Choice best = null;
        for (Premise.Support support : fact.supports()) {
            if (support.premises().stream().noneMatch(underway::containsKey)) {
                Choice choice = new Choice(support, factsOf(support.premises()));
                best = best == null || BEST.compare(choice, best) < 0 ? choice : best;
            }
        }
        underway.remove(fact);
        if (best == null) {
            throw new CharterException(
                    "rules_ungrounded", "the rules are at fault: " + fact + " rests on nothing but itself");
        }
        choices.put(fact, best);
        return best;
    }

    private List<Fact> factsOf(Collection<Premise> premises) {
        TreeSet<Fact> facts = new TreeSet<>();
        for (Premise premise : premises) {
            if (premise instanceof Premise.Given given) {
                facts.add(given.fact());
            } else if (premise instanceof Premise.Derived derived
                    && !derived.type().demand()) {
                facts.addAll(choice(derived).facts());
            }
        }
        return new ArrayList<>(facts);
    }
}
