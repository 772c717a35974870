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

/** The facts of the scenario that derived facts rest on in the end, those that a rule matched itself first. */
final class Grounds {

    private final Map<Premise.Derived, Set<Fact>> known = new IdentityHashMap<>();

    List<Fact> of(Collection<? extends Premise> premises) {
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
            facts = new LinkedHashSet<>();
            for (Premise.Support support : derived.supports()) {
                facts.addAll(of(support.premises()));
            }
            known.put(derived, facts);
        }
        return facts;
    }
}
