package io.charter.rulebook.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All classes of an edition, and which of them belong to which rule.
 *
 * @param facts the name of the class that says what the fact types are
 * @param rules the rules in the order of the edition
 * @param classes the bytes of every class by its name
 */
record Compilation(String facts, List<CompiledRule> rules, Map<String, byte[]> classes) {

    /** What is needed to run it. */
    CompiledClasses compiled() {
        return new CompiledClasses(facts, rules.stream().map(CompiledRule::main).toList(), classes);
    }

    /** Whether every class that it names is there. */
    boolean isWhole() {
        return compiled().isWhole()
                && rules.stream().allMatch(r -> classes.keySet().containsAll(r.others()));
    }

    /** The classes that belong to no rule: those of the facts. */
    Map<String, byte[]> ofFacts() {
        Map<String, byte[]> left = new TreeMap<>(classes);
        rules.forEach(rule -> {
            left.remove(rule.main());
            rule.others().forEach(left::remove);
        });
        return left;
    }

    /** The rules by their keys. */
    Map<String, CompiledRule> byKey() {
        Map<String, CompiledRule> byKey = new HashMap<>();
        rules.forEach(rule -> byKey.put(rule.key(), rule));
        return byKey;
    }

    /** The same facts with other rules: some of its own, and new ones with their classes. */
    Compilation with(List<CompiledRule> others, Map<String, byte[]> added) {
        Set<String> kept = new TreeSet<>(ofFacts().keySet());
        others.forEach(rule -> {
            kept.add(rule.main());
            kept.addAll(rule.others());
        });
        Map<String, byte[]> all = new TreeMap<>(classes);
        all.putAll(added);
        all.keySet().retainAll(kept);
        return new Compilation(facts, new ArrayList<>(others), all);
    }
}
