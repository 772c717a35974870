package io.charter.generate;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts of a scenario in the making, and what is expected to follow from them. */
final class Draft {

    private final Map<String, List<Map<String, Object>>> facts = new LinkedHashMap<>();
    private final Map<Map<String, Object>, Integer> used = new IdentityHashMap<>();
    private final Map<String, Set<List<Object>>> identities = new HashMap<>();
    private final Map<Map<String, Object>, Set<String>> settled = new IdentityHashMap<>();
    private int stated;

    /** Where the draft stood at some time. */
    record Mark(Map<String, Integer> sizes, Map<String, Set<List<Object>>> identities, int stated) {}

    Mark mark() {
        Map<String, Integer> sizes = new HashMap<>();
        facts.forEach((type, list) -> sizes.put(type, list.size()));
        Map<String, Set<List<Object>>> known = new HashMap<>();
        identities.forEach((type, of) -> known.put(type, new HashSet<>(of)));
        return new Mark(sizes, known, stated);
    }

    /** Takes back the facts that were added since; what has been said of those before stays. */
    void back(Mark mark) {
        facts.forEach((type, list) ->
                list.subList(mark.sizes().getOrDefault(type, 0), list.size()).clear());
        identities.clear();
        mark.identities().forEach((type, of) -> identities.put(type, new HashSet<>(of)));
        stated = mark.stated();
    }

    /** How many facts the scenario states. */
    int size() {
        return stated;
    }

    /** The facts that a pattern of the type matches, the ones used least before the others. */
    List<Map<String, Object>> of(FactType type) {
        List<Map<String, Object>> found = new ArrayList<>(facts.getOrDefault(type.name(), List.of()));
        found.sort((one, other) -> Integer.compare(used.get(one), used.get(other)));
        return found;
    }

    void use(Map<String, Object> fact) {
        used.merge(fact, 1, Integer::sum);
    }

    /** Says that the value of a field has been looked at, and may not become another. */
    void settle(Map<String, Object> fact, String field) {
        settled.computeIfAbsent(fact, k -> new HashSet<>()).add(field);
    }

    boolean isSettled(Map<String, Object> fact, String field) {
        return settled.getOrDefault(fact, Set.of()).contains(field);
    }

    /** The fact of an input type that has the identity of these values, or null. */
    Map<String, Object> same(FactType type, Map<String, Object> values) {
        return type.identity().isEmpty() || !values.keySet().containsAll(type.identity())
                ? null
                : facts.getOrDefault(type.name(), List.of()).stream()
                        .filter(fact -> type.identity().stream().allMatch(n -> Known.same(fact.get(n), values.get(n))))
                        .findFirst()
                        .orElse(null);
    }

    /** Adds a fact that may follow, and gives it, or the one that is like it. */
    Map<String, Object> follows(FactType type, Map<String, Object> fact) {
        List<Map<String, Object>> there = facts.getOrDefault(type.name(), List.of());
        int like = there.indexOf(fact);
        if (like >= 0) {
            return there.get(like);
        }
        add(type, fact);
        return fact;
    }

    /** Adds a fact, unless another has its identity. */
    boolean add(FactType type, Map<String, Object> fact) {
        List<Object> identity = new ArrayList<>();
        type.identity().forEach(name -> identity.add(fact.get(name)));
        if (!identity.isEmpty()
                && !identities
                        .computeIfAbsent(type.name(), k -> new HashSet<>())
                        .add(identity)) {
            return false;
        }
        for (FactType as = type; as != null; as = as.parent()) {
            facts.computeIfAbsent(as.name(), k -> new ArrayList<>()).add(fact);
        }
        used.put(fact, 0);
        stated += type.kind() == FactType.Kind.INPUT ? 1 : 0;
        return true;
    }

    /** The facts that the scenario states, as plain JSON data; what they have by default is left out now and then. */
    Map<String, Object> plain(List<FactType> types, Chance chance) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (FactType type : types) {
            List<Object> list = new ArrayList<>();
            chance.shuffled(facts.getOrDefault(type.name(), List.of()))
                    .forEach(fact -> list.add(plain(type, fact, chance)));
            if (!list.isEmpty()) {
                plain.put(type.name(), list);
            }
        }
        return plain;
    }

    private static Map<String, Object> plain(FactType type, Map<String, Object> fact, Chance chance) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Object value = fact.get(field.name());
            boolean byDefault = field.defaultValue() != null && Known.same(value, field.defaultValue());
            if (value != null && !(byDefault && chance.oneIn(2))) {
                plain.put(field.name(), value instanceof LocalDate date ? date.toString() : value);
            }
        }
        return plain;
    }
}
