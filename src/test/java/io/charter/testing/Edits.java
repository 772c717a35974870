package io.charter.testing;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Edits of scenarios that are plain JSON data; each gives another scenario, and leaves the one that it is given as it is. */
public final class Edits {

    private Edits() {}

    /** A copy of the facts, to change at will. */
    public static Map<String, List<Map<String, Object>>> facts(Map<String, Object> scenario) {
        Map<String, List<Map<String, Object>>> copy = new LinkedHashMap<>();
        ((Map<?, ?>) scenario.get("facts")).forEach((type, facts) -> {
            List<Map<String, Object>> list = new ArrayList<>();
            for (Object fact : (List<?>) facts) {
                Map<String, Object> fields = new LinkedHashMap<>();
                ((Map<?, ?>) fact).forEach((name, value) -> fields.put((String) name, value));
                list.add(fields);
            }
            copy.put((String) type, list);
        });
        return copy;
    }

    /** The same scenario with other facts. */
    public static Map<String, Object> with(Map<String, Object> scenario, Map<String, List<Map<String, Object>>> facts) {
        Map<String, Object> edited = new LinkedHashMap<>(scenario);
        edited.put("facts", facts);
        return edited;
    }

    /** The same scenario without some of its facts. */
    public static Map<String, Object> without(
            Map<String, Object> scenario, BiPredicate<String, Map<String, Object>> dropped) {
        Map<String, List<Map<String, Object>>> facts = facts(scenario);
        facts.forEach((type, list) -> list.removeIf(fact -> dropped.test(type, fact)));
        return with(scenario, facts);
    }

    /** The same scenario with those facts alone whose pointers are kept. */
    public static Map<String, Object> keeping(Map<String, Object> scenario, Predicate<String> pointer) {
        Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
        facts(scenario).forEach((type, list) -> {
            List<Map<String, Object>> some = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (pointer.test("/facts/" + type + "/" + i)) {
                    some.add(list.get(i));
                }
            }
            kept.put(type, some);
        });
        return with(scenario, kept);
    }

    /** The same scenario without the facts that refer to one that is not there. */
    public static Map<String, Object> withoutLooseEnds(Edition edition, Map<String, Object> scenario) {
        Map<String, List<Map<String, Object>>> facts = facts(scenario);
        return without(
                scenario,
                (type, fact) -> edition.types().get(type).fields().stream()
                        .filter(field -> field.refers() != null)
                        .anyMatch(field -> !referents(field, facts).contains(fact.get(field.name()))));
    }

    /** What a field that refers to other facts may say. */
    public static List<Object> referents(Field field, Map<String, List<Map<String, Object>>> facts) {
        return facts.getOrDefault(field.refers().type(), List.of()).stream()
                .map(fact -> fact.get(field.refers().field()))
                .toList();
    }

    /** The same scenario with its types, and the facts of each, in another order. */
    public static Map<String, Object> shuffled(Map<String, Object> scenario, Random random) {
        Map<String, List<Map<String, Object>>> facts = facts(scenario);
        List<String> types = new ArrayList<>(facts.keySet());
        Collections.shuffle(types, random);
        Map<String, List<Map<String, Object>>> shuffled = new LinkedHashMap<>();
        for (String type : types) {
            Collections.shuffle(facts.get(type), random);
            shuffled.put(type, facts.get(type));
        }
        return with(scenario, shuffled);
    }
}
