package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a scenario and checks it against the vocabulary of its edition. Nothing in it is ignored in silence. */
public final class ScenarioReader {

    private static final List<String> KEYS = List.of("id", "title", "edition", "asOf", "facts", "source", "notes", "$schema", "expect");
    private static final List<String> REQUIRED = List.of("id", "edition", "asOf", "facts");
    private static final Set<String> REMARKS = Set.of("source", "note", "assumed");

    private final Node document;
    private final Overrides overrides;
    private final Faults faults = new Faults();

    private ScenarioReader(Node document, Overrides overrides) {
        this.document = document;
        this.overrides = overrides;
    }

    /**
     * Reads a scenario.
     *
     * @param editions finds an edition by its id
     * @throws io.charter.text.CharterException with everything that is wrong with it, each with its place and pointer
     */
    public static Scenario read(Node document, Overrides overrides, Function<String, Edition> editions) {
        return new ScenarioReader(document, overrides).scenario(editions);
    }

    /** The id of a scenario that may be no scenario at all, or null. */
    public static String idOf(Node document) {
        Node id = document == null ? null : document.get("id");
        return id != null && id.is(Node.Kind.TEXT) ? id.text() : null;
    }

    private Scenario scenario(Function<String, Edition> editions) {
        if (!document.is(Node.Kind.OBJECT)) {
            faults.add("wrong_type", "a scenario is an object with " + String.join(", ", REQUIRED) + "; found " + document.kind().shown(), document.at(), "");
            faults.raise();
        }
        document.members().keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key ->
                faults.add("unknown_key", "a scenario has no \"" + key + "\"" + hint(key, KEYS), document.keyAt(key), pointer("", key)));
        REQUIRED.stream().filter(key -> document.get(key) == null).forEach(key ->
                faults.add("missing", "the scenario has no \"" + key + "\"; add it", document.at(), ""));
        String id = text("id");
        String title = text("title");
        text("source");
        String editionId = text("edition");
        faults.raise();
        Edition edition = edition(overrides.edition() != null ? overrides.edition() : editionId, editions);
        Node asOf = document.get("asOf");
        LocalDate day = null;
        if (asOf.is(Node.Kind.TEXT)) {
            day = new ValueReader(edition.names(), faults).date("asOf", asOf, "/asOf");
        } else {
            faults.add("wrong_type", "asOf has to be a date, \"YYYY-MM-DD\"; found " + asOf.kind().shown(), asOf.at(), "/asOf");
        }
        List<Fact> facts = facts(edition);
        faults.raise();
        return new Scenario(id, title, edition, overrides.asOf() != null ? overrides.asOf() : day, facts, document);
    }

    private String text(String key) {
        Node node = document.get(key);
        if (node == null) {
            return null;
        }
        if (!node.is(Node.Kind.TEXT) || node.text().isBlank()) {
            faults.add("wrong_type", key + " has to be a text; found " + (node.is(Node.Kind.TEXT) ? "an empty one" : node.kind().shown()), node.at(), pointer("", key));
            return null;
        }
        return node.text();
    }

    private Edition edition(String id, Function<String, Edition> editions) {
        try {
            return editions.apply(id);
        } catch (io.charter.text.CharterException e) {
            if (!e.problems().get(0).code().equals("unknown_edition")) {
                throw e;
            }
            faults.add("unknown_edition", e.problems().get(0).message(), document.get("edition").at(), "/edition");
            faults.raise();
            throw e;
        }
    }

    private List<Fact> facts(Edition edition) {
        Node all = document.get("facts");
        if (!all.is(Node.Kind.OBJECT)) {
            faults.add("wrong_type", "facts has to be an object that lists the facts of each type; found " + all.kind().shown(), all.at(), "/facts");
            return List.of();
        }
        List<String> known = edition.inputTypes().stream().map(FactType::name).toList();
        List<Fact> facts = new ArrayList<>();
        all.members().forEach((name, list) -> {
            FactType type = edition.type(name).filter(t -> t.kind() == FactType.Kind.INPUT).orElse(null);
            if (type == null) {
                faults.add("unknown_type", "there is no fact type \"" + name + "\"" + hint(name, known), all.keyAt(name), pointer("/facts", name));
            } else if (!list.is(Node.Kind.ARRAY)) {
                faults.add("wrong_type", name + " has to be a list of facts; found " + list.kind().shown(), list.at(), "/facts/" + name);
            } else {
                for (int i = 0; i < list.items().size(); i++) {
                    Fact fact = fact(edition, type, i, list.items().get(i));
                    if (fact != null) {
                        facts.add(fact);
                    }
                }
            }
        });
        identities(facts);
        references(facts);
        return List.copyOf(facts);
    }

    private Fact fact(Edition edition, FactType type, int index, Node node) {
        String pointer = "/facts/" + type.name() + "/" + index;
        if (!node.is(Node.Kind.OBJECT)) {
            faults.add("wrong_type", "a fact is an object with the fields of " + type.name() + "; found " + node.kind().shown(), node.at(), pointer);
            return null;
        }
        List<String> known = new ArrayList<>(type.fields().stream().map(Field::name).toList());
        known.addAll(REMARKS);
        node.members().keySet().stream().filter(key -> !known.contains(key)).forEach(key ->
                faults.add("unknown_field", type.name() + " has no field \"" + key + "\"" + hint(key, known), node.keyAt(key), pointer(pointer, key)));
        Map<String, Object> values = new LinkedHashMap<>();
        ValueReader reader = new ValueReader(edition.names(), faults);
        for (Field field : type.fields()) {
            Node value = node.get(field.name());
            if (!hasField(type, field, node)) {
                if (value != null) {
                    faults.add("field_of_other_kind", field.name() + " belongs to a " + type.name() + " whose " + field.only().field() + " is "
                            + field.only().value() + ", and to no other; take it out", node.keyAt(field.name()), pointer + "/" + field.name());
                }
            } else if (value != null) {
                values.put(field.name(), reader.read(field, value, pointer + "/" + field.name()));
            } else if (field.required()) {
                faults.add("missing", type.name() + " has no \"" + field.name() + "\"; add it", node.at(), pointer);
            } else if (field.defaultValue() != null) {
                values.put(field.name(), field.defaultValue());
            }
        }
        for (String remark : REMARKS) {
            Node said = node.get(remark);
            if (said != null && !said.is(Node.Kind.TEXT)) {
                faults.add("wrong_type", remark + " has to be a text; found " + said.kind().shown(), said.at(), pointer + "/" + remark);
            }
        }
        return new Fact(type, index, values, node.get("assumed") == null ? null : node.get("assumed").text());
    }

    /** Whether a fact of this kind has the field. */
    private static boolean hasField(FactType type, Field field, Node fact) {
        if (field.only() == null) {
            return true;
        }
        Node kind = fact.get(field.only().field());
        Object value = kind != null ? kind.text() : type.field(field.only().field()).map(Field::defaultValue).orElse(null);
        return field.only().value().equals(value);
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
                faults.add("duplicate_fact", "a " + fact.type().name() + " with this " + String.join(", ", identity) + " stands already at " + first.pointer()
                        + "; no two may share that", node(fact).at(), fact.pointer());
            }
        }
    }

    /** Every reference points to a fact of the scenario. */
    private void references(List<Fact> facts) {
        for (Fact fact : facts) {
            for (Field field : fact.type().fields()) {
                Object value = fact.values().get(field.name());
                if (field.refers() == null || value == null) {
                    continue;
                }
                List<String> there = facts.stream().filter(f -> f.type().name().equals(field.refers().type()))
                        .map(f -> String.valueOf(f.values().get(field.refers().field()))).toList();
                if (!there.contains(value)) {
                    faults.add("dangling_reference", field.name() + " names no " + field.refers().type() + " of this scenario: there is no \"" + value + "\""
                            + Near.hint((String) value, there), node(fact).get(field.name()).at(), fact.pointer() + "/" + field.name());
                }
            }
        }
    }

    private Node node(Fact fact) {
        return document.get("facts").get(fact.type().name()).items().get(fact.index());
    }

    private static String hint(String given, List<String> known) {
        String hint = Near.hint(given, known);
        return hint.isEmpty() ? "; expected one of " + String.join(", ", known) : hint;
    }

    private static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
