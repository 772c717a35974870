package io.charter.reference;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks derivations step by step, whoever made them: each step is an application of its rule with its bindings to its premises,
 * every constraint is true, nothing is there whose absence the rule asks for, what is counted is counted over all facts, and
 * each premise is a fact of the scenario or a step that stands on others, down to facts of the scenario.
 */
public final class Checker {

    private final Facts facts;
    private final Set<Premise> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Problem> faults = new ArrayList<>();

    private Checker(Derivations derivations) {
        this.facts = Facts.of(derivations);
        known.addAll(derivations.facts());
    }

    /** What is wrong with the derivations; nothing when every step holds. */
    public static List<Problem> faults(Derivations derivations) {
        Checker checker = new Checker(derivations);
        for (Premise.Derived fact : derivations.facts()) {
            fact.supports().forEach(support -> checker.check(fact, support));
        }
        checker.ground(derivations.facts());
        return checker.faults;
    }

    private void check(Premise.Derived fact, Premise.Support support) {
        Set<Premise> premises = new HashSet<>(support.premises());
        for (Premise premise : premises) {
            if (premise instanceof Premise.Derived derived && !known.contains(derived)) {
                fault(fact, support, "rests on " + premise + ", which does not stand");
            }
        }
        boolean[] holds = new boolean[1];
        int together = Matching.among(
                support.rule(),
                facts,
                row -> premises.contains(row.premise()),
                match -> holds[0] |= Terms.same(match.values(), fact.values())
                        && alike(match.support().bindings(), support.bindings())
                        && Set.copyOf(match.support().premises()).equals(premises));
        if (!holds[0]) {
            int conditions = support.rule().when().size();
            fault(
                    fact,
                    support,
                    together < conditions
                            ? "the condition at "
                                    + support.rule()
                                            .when()
                                            .get(together)
                                            .pattern()
                                            .at() + " does not hold"
                            : "the premises give other values");
        }
    }

    private static boolean alike(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(e -> Terms.same(e.getValue(), other.get(e.getKey())));
    }

    /** Marks what stands on facts of the scenario in the end; what is left over holds itself up. */
    private void ground(List<Premise.Derived> derived) {
        Map<Premise.Derived, Boolean> left = new HashMap<>();
        derived.forEach(fact -> left.put(fact, true));
        boolean moved = true;
        while (moved) {
            moved = left.keySet()
                    .removeIf(fact -> fact.supports().stream()
                            .anyMatch(support -> support.premises().stream().noneMatch(left::containsKey)));
        }
        left.keySet()
                .forEach(fact -> faults.add(
                        Problem.of("engines_differ", fact + " rests on nothing but itself: " + fact.supports(), null)));
    }

    private void fault(Premise.Derived fact, Premise.Support support, String what) {
        faults.add(Problem.of("engines_differ", fact + " does not follow by " + support + ": " + what, null));
    }
}
