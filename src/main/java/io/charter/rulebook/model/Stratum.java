package io.charter.rulebook.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that can be worked through together, once those of the strata before are done: the rules that derive a type come after those for
 * all types that it rests on, and types that rest on each other go together.
 *
 * @param types the names of the derived types of the stratum
 * @param circular whether they rest on each other, or one on itself
 * @param wavering whether facts of it may come and go while its rules are worked through: a rule looks at the absence or the number of
 *     facts that others of it derive
 * @param lookedAt the names of the types that the rules look at
 */
public record Stratum(Set<String> types, List<Rule> rules, boolean circular, boolean wavering, Set<String> lookedAt) {

    /** The strata of an edition, each after those that it rests on. */
    public static List<Stratum> of(Edition edition) {
        return of(edition, edition.rules());
    }

    /**
     * The same, of some of its rules.
     *
     * @param among those that there are, and no others
     */
    public static List<Stratum> of(Edition edition, List<Rule> among) {
        Map<String, List<String>> matched = new HashMap<>();
        Map<String, Set<String>> restsOn = new LinkedHashMap<>();
        for (FactType type : edition.types().values()) {
            if (type.kind() == FactType.Kind.DERIVED) {
                restsOn.put(type.name(), new LinkedHashSet<>());
                for (FactType as = type; as != null; as = as.parent()) {
                    matched.computeIfAbsent(as.name(), k -> new ArrayList<>()).add(type.name());
                }
            }
        }
        Map<String, List<Rule>> rules = new HashMap<>();
        for (Rule rule : among) {
            String head = rule.then().type().name();
            rules.computeIfAbsent(head, k -> new ArrayList<>()).add(rule);
            for (Condition condition : rule.when()) {
                restsOn.get(head)
                        .addAll(matched.getOrDefault(condition.pattern().type().name(), List.of()));
            }
        }
        List<Stratum> strata = new ArrayList<>();
        for (Set<String> types : new Circles(restsOn).inOrder()) {
            List<Rule> together = types.stream()
                    .flatMap(type -> rules.getOrDefault(type, List.of()).stream())
                    .toList();
            if (!together.isEmpty()) {
                boolean circular = types.stream().anyMatch(type -> !Collections.disjoint(restsOn.get(type), types));
                boolean wavering = together.stream()
                        .flatMap(rule -> rule.when().stream())
                        .anyMatch(condition -> !condition.isMonotone()
                                && !Collections.disjoint(
                                        types,
                                        matched.getOrDefault(
                                                condition.pattern().type().name(), List.of())));
                strata.add(new Stratum(types, together, circular, wavering, lookedAt(together)));
            }
        }
        return strata;
    }

    private static Set<String> lookedAt(List<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        rules.forEach(
                rule -> rule.when().forEach(c -> names.add(c.pattern().type().name())));
        return names;
    }
}
