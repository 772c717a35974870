package io.charter.scenario;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
        byType(facts, this::identities);
        if (!faults.hasUnknownTypes()) {
            Map<Field.Reference, Set<String>> there = new HashMap<>();
            byType(facts, some -> references(some, there, facts));
        }
    }

    /** Hands over the facts type by type; those of one type stand together. */
    private static void byType(List<Fact> facts, Consumer<List<Fact>> to) {
        int begin = 0;
        for (int end = 1; end <= facts.size(); end++) {
            if (end == facts.size() || facts.get(end).type() != facts.get(begin).type()) {
                to.accept(facts.subList(begin, end));
                begin = end;
            }
        }
    }

    /** No two facts of a type share what identifies them. */
    private void identities(List<Fact> facts) {
        FactType type = facts.get(0).type();
        if (type.identity().isEmpty() || facts.size() == 1) {
            return;
        }
        int[] places = new int[type.identity().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = type.place(type.identity().get(i));
        }
        Map<Object, Fact> seen = new HashMap<>();
        for (Fact fact : facts) {
            Object identity = identity(fact, places);
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

    /** The values of the fields that identify a fact; null where one is missing. */
    private static Object identity(Fact fact, int[] places) {
        if (places.length == 1) {
            return fact.value(places[0]);
        }
        Object[] identity = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            identity[i] = fact.value(places[i]);
            if (identity[i] == null) {
                return null;
            }
        }
        return Arrays.asList(identity);
    }

    /** Names in quotes, the last behind "and". */
    private static String listed(List<String> names) {
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> facts, Map<Field.Reference, Set<String>> there, List<Fact> all) {
        List<Field> fields = facts.get(0).type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.refers() != null) {
                Set<String> known = there.computeIfAbsent(field.refers(), target -> targets(all, target));
                for (Fact fact : facts) {
                    String value = (String) fact.value(i);
                    if (value != null && !known.contains(value)) {
                        dangling(fact, field, value, known);
                    }
                }
            }
        }
    }

    private void dangling(Fact fact, Field field, String value, Set<String> known) {
        if (!faults.below("/facts/" + field.refers().type())) {
            faults.add(
                    "dangling_reference",
                    "\"" + field.name() + "\" names no " + field.refers().type() + " of this scenario: there is no \""
                            + value + "\"" + Near.hint(value, known),
                    node(fact).get(field.name()).at(),
                    fact.pointer() + "/" + field.name());
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
