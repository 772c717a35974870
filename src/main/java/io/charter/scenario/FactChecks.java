package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What has to hold between the facts of a scenario. */
final class FactChecks {

    private final Supplier<Node> document;
    private final Faults faults;

    FactChecks(Supplier<Node> document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    void check(List<Fact> facts) {
        identities(facts);
        references(facts);
    }

    /** No two facts of a type share what identifies them; the facts of one type stand together. */
    private void identities(List<Fact> facts) {
        Map<Object, Fact> seen = new HashMap<>();
        FactType type = null;
        for (Fact fact : facts) {
            if (fact.type() != type) {
                type = fact.type();
                seen.clear();
            }
            Object identity = identity(fact);
            Fact first = identity == null ? null : seen.putIfAbsent(identity, fact);
            if (first != null) {
                faults.add(
                        "duplicate_fact",
                        "another " + type.name() + " with the same " + listed(type.identity())
                                + " stands already on line " + node(first).at().line() + "; no two may share these",
                        node(fact).at(),
                        fact.pointer());
            }
        }
    }

    /** The values that identify a fact; null where there are none, or one is missing. */
    private static Object identity(Fact fact) {
        List<String> fields = fact.type().identity();
        if (fields.size() == 1) {
            return fact.value(fields.get(0));
        }
        List<Object> identity = new ArrayList<>(fields.size());
        for (String field : fields) {
            Object value = fact.value(field);
            if (value == null) {
                return null;
            }
            identity.add(value);
        }
        return fields.isEmpty() ? null : identity;
    }

    /** Names in quotes, the last behind "and". */
    private static String listed(List<String> names) {
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> facts) {
        if (faults.hasUnknownTypes()) {
            return;
        }
        Map<Field.Reference, Set<String>> there = new HashMap<>();
        for (Fact fact : facts) {
            List<Field> fields = fact.type().fields();
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (field.refers() == null || fact.row().get(i) == null) {
                    continue;
                }
                String value = (String) fact.row().get(i);
                Set<String> known = there.get(field.refers());
                if (known == null) {
                    known = targets(facts, field.refers());
                    there.put(field.refers(), known);
                }
                if (!known.contains(value)
                        && !faults.below("/facts/" + field.refers().type())) {
                    faults.add(
                            "dangling_reference",
                            "\"" + field.name() + "\" names no "
                                    + field.refers().type() + " of this scenario: there is no \"" + value + "\""
                                    + Near.hint(value, known),
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
                values.add(String.valueOf(fact.value(target.field())));
            }
        }
        return values;
    }

    private Node node(Fact fact) {
        return document.get().get("facts").get(fact.type().name()).items().get(fact.index());
    }
}
