package io.charter.reference;

import io.charter.Charter;
import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.generate.Generator;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The scenarios of an edition, with what it derives from each, and how close each of its rules comes to applying. */
final class PlantedScenarios {

    private static final int APPLIES = 1000;

    private final List<Known> all;

    /**
     * A scenario.
     *
     * @param facts what is derived from it, by content
     * @param decisions the decisions among that
     * @param close for each rule that looks at anything in it, how many constraints hold, and much more where it applies
     */
    record Known(Scenario scenario, Set<Object> facts, Set<Object> decisions, Map<String, Integer> close) {}

    /** @param known scenarios of any edition, as plain JSON data; some more are generated */
    PlantedScenarios(Charter charter, Edition edition, Collection<Map<String, Object>> known, int generated) {
        List<Scenario> scenarios = new ArrayList<>();
        known.stream()
                .filter(data -> data.get("edition").equals(edition.id()))
                .forEach(data -> scenarios.add(Scenarios.read(charter, data)));
        Generator generator = new Generator(edition, 300);
        for (int i = 0; i < generated; i++) {
            scenarios.add(Scenarios.read(charter, generator.next("planted-" + i)));
        }
        Evaluator evaluator = new Evaluator(edition);
        all = scenarios.parallelStream().map(s -> known(s, evaluator)).toList();
    }

    private static Known known(Scenario scenario, Evaluator evaluator) {
        Map<String, Integer> close = new HashMap<>();
        Derivations derived = evaluator.run(
                scenario, (rule, constraint, holds) -> close.merge(rule.name(), holds ? 1 : 0, Integer::sum));
        for (Premise.Derived fact : derived.facts()) {
            fact.supports().forEach(s -> close.merge(s.rule().name(), APPLIES, Integer::sum));
        }
        return new Known(scenario, facts(derived), decisions(derived), close);
    }

    /** Those in which a rule applies, or nearly does, the closest first. */
    List<Known> around(Rule rule, int most) {
        return all.stream()
                .filter(known -> known.close().containsKey(rule.name()))
                .sorted(Comparator.comparing(known -> -Math.min(known.close().get(rule.name()), 2 * APPLIES)))
                .limit(most)
                .toList();
    }

    static Set<Object> facts(Derivations derived) {
        return derived.facts().stream().map(PlantedScenarios::content).collect(Collectors.toCollection(HashSet::new));
    }

    static Set<Object> decisions(Derivations derived) {
        return derived.facts().stream()
                .filter(fact -> fact.type().answers() != null)
                .map(PlantedScenarios::content)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Object content(Premise.Derived fact) {
        return List.of(fact.type().name(), Terms.canonical(fact.values()));
    }
}
