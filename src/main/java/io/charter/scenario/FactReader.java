package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the facts of one type. */
final class FactReader {

    /** What any fact may say beside the fields of its type. */
    private static final List<String> REMARKS = List.of("source", "note", "assumed");

    private final FactType type;
    private final ValueReader reader;
    private final Faults faults;
    private final List<String> keys;

    FactReader(Edition edition, FactType type, Faults faults) {
        this.type = type;
        this.reader = new ValueReader(edition.names(), faults);
        this.faults = faults;
        this.keys = new ArrayList<>(type.fields().stream().map(Field::name).toList());
        keys.addAll(REMARKS);
    }

    /** The facts of a list, without those that are none; the faults say what is wrong with any. */
    List<Fact> facts(Node list) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Fact fact = fact(i, list.items().get(i));
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private Fact fact(int index, Node node) {
        String pointer = "/facts/" + type.name() + "/" + index;
        if (!node.is(Node.Kind.OBJECT)) {
            faults.add(
                    "wrong_type",
                    "a fact is an object with the fields of " + type.name() + "; found "
                            + node.kind().shown(),
                    node.at(),
                    pointer);
            return null;
        }
        Set<String> misspelt = unknownKeys(node, pointer);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Node value = node.get(field.name());
            Boolean has = hasField(field, node);
            if (value != null && Boolean.FALSE.equals(has)) {
                faults.add(
                        "field_of_other_kind",
                        "\"" + field.name() + "\" belongs to a " + type.name() + " whose \""
                                + field.only().field() + "\" is " + field.only().value()
                                + ", and to no other; take it out",
                        node.keyAt(field.name()),
                        pointer + "/" + field.name());
            } else if (value != null) {
                values.put(field.name(), reader.read(field, value, pointer + "/" + field.name()));
            } else if (Boolean.TRUE.equals(has) && field.required() && !misspelt.contains(field.name())) {
                faults.add("missing", type.name() + " has no \"" + field.name() + "\"; add it", node.at(), pointer);
            } else if (Boolean.TRUE.equals(has) && field.defaultValue() != null) {
                values.put(field.name(), field.defaultValue());
            }
        }
        REMARKS.forEach(remark -> remark(node, remark, pointer));
        return new Fact(
                type,
                index,
                values,
                node.get("assumed") == null ? null : node.get("assumed").text());
    }

    /** Notes the keys that the fact may not have, and returns those that were probably meant. */
    private Set<String> unknownKeys(Node node, String pointer) {
        Set<String> meant = new LinkedHashSet<>();
        for (String key : node.members().keySet()) {
            if (!keys.contains(key)) {
                faults.add(
                        "unknown_field",
                        type.name() + " has no field \"" + key + "\"" + ScenarioReader.hint(key, keys),
                        node.keyAt(key),
                        ScenarioReader.pointer(pointer, key));
                Near.closest(key, keys).ifPresent(meant::add);
            }
        }
        return meant;
    }

    private void remark(Node node, String remark, String pointer) {
        Node said = node.get(remark);
        if (said != null && (!said.is(Node.Kind.TEXT) || said.text().isBlank())) {
            faults.add(
                    "wrong_type",
                    "\"" + remark + "\" has to be a text; found "
                            + (said.is(Node.Kind.TEXT) ? "an empty one; write it, or take it out" : said.shown()),
                    said.at(),
                    pointer + "/" + remark);
        }
    }

    /** Whether a fact of this kind has the field; null when the kind itself cannot be read. */
    private Boolean hasField(Field field, Node fact) {
        if (field.only() == null) {
            return true;
        }
        Field kind = type.field(field.only().field()).orElseThrow();
        Node given = fact.get(kind.name());
        Object value = given == null ? kind.defaultValue() : given.text();
        if (value == null || !kind.values().contains(value)) {
            return null;
        }
        return field.only().value().equals(value);
    }
}
