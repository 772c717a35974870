package io.charter.reference;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules in the order in which they can be worked through: those that derive a type come after those for all types that it rests on,
 * and types that rest on each other go together.
 *
 * @param types the derived types of the stratum
 * @param circular whether they rest on each other, or one on itself
 * @param lookedAt the names of the types that the rules look at
 */
record Stratum(Set<String> types, List<Rule> rules, boolean circular, Set<String> lookedAt) {

    static List<Stratum> of(Edition edition) {
        Map<String, Set<String>> below = below(edition);
        Map<Set<String>, List<Rule>> together = new HashMap<>();
        for (Rule rule : edition.rules()) {
            together.computeIfAbsent(stratum(rule.then().type().name(), below), k -> new ArrayList<>())
                    .add(rule);
        }
        return together.entrySet().stream()
                .map(e -> new Stratum(e.getKey(), e.getValue(), isCircular(e.getKey(), below), lookedAt(e.getValue())))
                .sorted(Comparator.comparingInt(stratum -> height(stratum, below)))
                .toList();
    }

    private static boolean isCircular(Set<String> types, Map<String, Set<String>> below) {
        return types.stream().anyMatch(type -> below.get(type).contains(type));
    }

    /** How many types a stratum rests on, its own among them: more than any of those that it rests on. */
    private static int height(Stratum stratum, Map<String, Set<String>> below) {
        Set<String> all = new LinkedHashSet<>(stratum.types());
        stratum.types().forEach(type -> all.addAll(below.get(type)));
        return all.size();
    }

    private static Set<String> lookedAt(List<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        rules.forEach(
                rule -> rule.when().forEach(c -> names.add(c.pattern().type().name())));
        return names;
    }

    private static Set<String> stratum(String type, Map<String, Set<String>> below) {
        Set<String> stratum = new LinkedHashSet<>(Set.of(type));
        below.get(type).stream().filter(t -> below.get(t).contains(type)).forEach(stratum::add);
        return stratum;
    }

    /** For each derived type, the derived types that it rests on, directly or through others. */
    private static Map<String, Set<String>> below(Edition edition) {
        Map<String, Set<String>> below = new TreeMap<>();
        List<FactType> derived = edition.types().values().stream()
                .filter(type -> type.kind() == FactType.Kind.DERIVED)
                .toList();
        derived.forEach(type -> below.put(type.name(), new LinkedHashSet<>()));
        for (Rule rule : edition.rules()) {
            rule.when()
                    .forEach(condition -> derived.stream()
                            .filter(type -> type.isA(condition.pattern().type()))
                            .forEach(
                                    type -> below.get(rule.then().type().name()).add(type.name())));
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<String> types : below.values()) {
                for (String type : List.copyOf(types)) {
                    grown |= types.addAll(below.get(type));
                }
            }
        }
        return below;
    }
}
