package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the facts of one type. */
final class FactReader {

    /** What any fact may say beside the fields of its type. */
    private static final List<String> REMARKS = List.of("source", "note", "assumed");

    private final FactType type;
    private final ValueReader reader;
    private final Faults faults;

    FactReader(Edition edition, FactType type, Faults faults) {
        this.type = type;
        this.reader = new ValueReader(edition.names(), faults);
        this.faults = faults;
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
        List<String> known =
                new ArrayList<>(type.fields().stream().map(Field::name).toList());
        known.addAll(REMARKS);
        node.members().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.add(
                        "unknown_field",
                        type.name() + " has no field \"" + key + "\"" + ScenarioReader.hint(key, known),
                        node.keyAt(key),
                        ScenarioReader.pointer(pointer, key)));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Node value = node.get(field.name());
            if (!hasField(field, node)) {
                if (value != null) {
                    faults.add(
                            "field_of_other_kind",
                            field.name() + " belongs to a " + type.name() + " whose "
                                    + field.only().field() + " is "
                                    + field.only().value() + ", and to no other; take it out",
                            node.keyAt(field.name()),
                            pointer + "/" + field.name());
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
                faults.add(
                        "wrong_type",
                        remark + " has to be a text; found " + said.kind().shown(),
                        said.at(),
                        pointer + "/" + remark);
            }
        }
        return new Fact(
                type,
                index,
                values,
                node.get("assumed") == null ? null : node.get("assumed").text());
    }

    /** Whether a fact of this kind has the field. */
    private boolean hasField(Field field, Node fact) {
        if (field.only() == null) {
            return true;
        }
        Node kind = fact.get(field.only().field());
        Object value = kind != null
                ? kind.text()
                : type.field(field.only().field()).map(Field::defaultValue).orElse(null);
        return field.only().value().equals(value);
    }
}
