package io.charter.whynot;

import io.charter.derivation.Premise;
import io.charter.scenario.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of the scenario that derived facts rest on in the end: those that a rule matched itself first, then each lot in the
 * order in which decisions cite facts.
 */
final class Grounds {

    private final Map<Premise.Derived, Set<Fact>> known = new IdentityHashMap<>();

    List<Fact> of(Collection<? extends Premise> premises) {
        if (premises.size() == 1 && premises.iterator().next() instanceof Premise.Derived derived) {
            return derived.type().demand() ? List.of() : List.copyOf(of(derived));
        }
        Set<Fact> facts = new LinkedHashSet<>();
        premises.forEach(premise -> {
            if (premise instanceof Premise.Given given) {
                facts.add(given.fact());
            }
        });
        premises.forEach(premise -> {
            if (premise instanceof Premise.Derived derived && !derived.type().demand()) {
                facts.addAll(of(derived));
            }
        });
        return new ArrayList<>(facts);
    }

    private Set<Fact> of(Premise.Derived derived) {
        Set<Fact> facts = known.get(derived);
        if (facts == null) {
            known.put(derived, Set.of());
            Set<Fact> own = new TreeSet<>();
            Set<Fact> behind = new TreeSet<>();
            for (Premise.Support support : derived.supports()) {
                for (Premise premise : support.premises()) {
                    (premise instanceof Premise.Given ? own : behind).addAll(of(List.of(premise)));
                }
            }
            facts = new LinkedHashSet<>(own);
            facts.addAll(behind);
            known.put(derived, facts);
        }
        return facts;
    }
}
