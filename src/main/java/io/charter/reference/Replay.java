package io.charter.reference;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Stratum;
import io.charter.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out what rules derive from scenarios that differ in a few facts from one that has been worked out: only the strata that
 * look at something that differs are worked through again. Thread-safe.
 */
public final class Replay {

    private final List<Stratum> strata;
    private final List<Map<List<Object>, Row>> base = new ArrayList<>();

    /**
     * Works out a scenario.
     *
     * @param goals the types of facts that are asked about; strata on which they do not rest are left out
     */
    public Replay(Evaluator evaluator, Scenario scenario, Collection<FactType> goals, Observer observer) {
        this.strata = below(evaluator.strata(), goals);
        Facts facts = Facts.of(scenario);
        for (Stratum stratum : strata) {
            base.add(Evaluator.settle(stratum, facts, false, observer));
        }
    }

    private static List<Stratum> below(List<Stratum> strata, Collection<FactType> goals) {
        Set<String> wanted = goals.stream().map(FactType::name).collect(Collectors.toSet());
        List<Stratum> kept = new ArrayList<>();
        for (int i = strata.size() - 1; i >= 0; i--) {
            Stratum stratum = strata.get(i);
            boolean needed = stratum.rules().stream().anyMatch(rule -> {
                for (FactType type = rule.then().type(); type != null; type = type.parent()) {
                    if (wanted.contains(type.name())) {
                        return true;
                    }
                }
                return false;
            });
            if (needed) {
                kept.add(0, stratum);
                wanted.addAll(stratum.lookedAt());
            }
        }
        return kept;
    }

    /** The names of the types, of facts that scenarios state too, that the goals rest on. */
    public Set<String> lookedAt() {
        return strata.stream().flatMap(s -> s.lookedAt().stream()).collect(Collectors.toSet());
    }

    /**
     * Works out a scenario that differs from the first.
     *
     * @param changed the types of the facts that differ
     * @return all facts that stand
     */
    public Facts run(Scenario scenario, Collection<FactType> changed, Observer observer) {
        Facts facts = Facts.of(scenario);
        Set<String> differ = new HashSet<>();
        for (FactType type : changed) {
            for (FactType t = type; t != null; t = t.parent()) {
                differ.add(t.name());
            }
        }
        for (int i = 0; i < strata.size(); i++) {
            Stratum stratum = strata.get(i);
            Map<List<Object>, Row> before = base.get(i);
            if (stratum.lookedAt().stream().noneMatch(differ::contains)) {
                before.values().forEach(facts::add);
                continue;
            }
            Map<List<Object>, Row> after = Evaluator.settle(stratum, facts, false, observer);
            if (!after.keySet().equals(before.keySet())) {
                differ.addAll(stratum.types());
                stratum.rules().forEach(rule -> {
                    for (FactType t = rule.then().type(); t != null; t = t.parent()) {
                        differ.add(t.name());
                    }
                });
            }
        }
        return facts;
    }
}
