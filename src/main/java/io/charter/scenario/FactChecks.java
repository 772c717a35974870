package io.charter.scenario;

import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to hold between the facts of a scenario. */
final class FactChecks {

    private final Node document;
    private final Faults faults;

    FactChecks(Node document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    void check(List<Fact> facts) {
        identities(facts);
        references(facts);
    }

    /** No two facts of a type share what identifies them. */
    private void identities(List<Fact> facts) {
        Map<List<Object>, Fact> seen = new HashMap<>();
        for (Fact fact : facts) {
            List<String> identity = fact.type().identity();
            List<Object> key = new ArrayList<>();
            key.add(fact.type().name());
            identity.forEach(name -> key.add(fact.values().get(name)));
            if (identity.isEmpty() || key.contains(null)) {
                continue;
            }
            Fact first = seen.putIfAbsent(key, fact);
            if (first != null) {
                faults.add(
                        "duplicate_fact",
                        "another " + fact.type().name() + " with the same " + listed(identity)
                                + " stands already on line " + node(first).at().line() + "; no two may share these",
                        node(fact).at(),
                        fact.pointer());
            }
        }
    }

    /** Names in quotes, the last behind "and". */
    private static String listed(List<String> names) {
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> facts) {
        Map<Field.Reference, Set<String>> there = new HashMap<>();
        for (Fact fact : facts) {
            for (Field field : fact.type().fields()) {
                Object value = fact.values().get(field.name());
                if (field.refers() == null
                        || value == null
                        || faults.hasUnknownTypes()
                        || faults.below("/facts/" + field.refers().type())) {
                    continue;
                }
                Set<String> known = there.computeIfAbsent(field.refers(), target -> targets(facts, target));
                if (!known.contains(value)) {
                    faults.add(
                            "dangling_reference",
                            "\"" + field.name() + "\" names no "
                                    + field.refers().type() + " of this scenario: there is no \"" + value + "\""
                                    + Near.hint((String) value, known),
                            node(fact).get(field.name()).at(),
                            fact.pointer() + "/" + field.name());
                }
            }
        }
    }

    private static Set<String> targets(List<Fact> facts, Field.Reference target) {
        Set<String> values = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact.type().name().equals(target.type())) {
                values.add(String.valueOf(fact.values().get(target.field())));
            }
        }
        return values;
    }

    private Node node(Fact fact) {
        return document.get("facts").get(fact.type().name()).items().get(fact.index());
    }
}
