package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.text.Near;
import io.charter.text.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the facts of one type. */
final class FactReader {

    /** What any fact may say beside the fields of its type. */
    static final List<String> REMARKS = List.of("source", "note", "assumed");

    private final FactType type;
    private final ValueReader reader;
    private final Faults faults;

    FactReader(Edition edition, FactType type, Faults faults) {
        this.type = type;
        this.reader = new ValueReader(edition.names(), faults);
        this.faults = faults;
    }

    /** Adds the facts of a list, without those that are none; the faults say what is wrong with any. */
    void facts(Node list, List<Fact> to) {
        List<Node> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (item.is(Node.Kind.OBJECT)) {
                to.add(fact(i, item));
            } else {
                faults.add(
                        "wrong_type",
                        "a fact is an object with the fields of " + type.name() + "; found "
                                + item.kind().shown(),
                        item.at(),
                        pointer(i));
            }
        }
    }

    private String pointer(int index) {
        return "/facts/" + type.name() + "/" + index;
    }

    private Fact fact(int index, Node node) {
        List<Field> fields = type.fields();
        int known = 0;
        Node[] found = new Node[fields.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = node.get(fields.get(i).name());
            known += found[i] == null ? 0 : 1;
        }
        Set<String> misspelt = Set.of();
        Node assumed = null;
        if (known < node.members().size()) {
            for (String remark : REMARKS) {
                known += remark(node, remark, index) ? 1 : 0;
            }
            misspelt = known == node.members().size() ? Set.of() : unknownKeys(node, index);
            assumed = node.get("assumed");
        }
        Object[] row = new Object[found.length];
        String kindField = null;
        String kind = null;
        for (int i = 0; i < found.length; i++) {
            Field field = fields.get(i);
            if (field.only() != null && !field.only().field().equals(kindField)) {
                kindField = field.only().field();
                kind = kind(kindField, node);
            }
            row[i] = value(index, field, found[i], node, kind, misspelt);
        }
        return new Fact(type, index, row, assumed == null ? null : assumed.text());
    }

    /**
     * The value of a field, default included, or null where it has none or something is wrong.
     *
     * @param kind of which kind the fact is, where its type has several; null where that cannot be read
     */
    private Object value(int index, Field field, Node said, Node fact, String kind, Set<String> misspelt) {
        boolean common = field.only() == null;
        if (said != null && !common && kind != null && !field.only().value().equals(kind)) {
            faults.add(
                    "field_of_other_kind",
                    "\"" + field.name() + "\" belongs to a " + type.name() + " whose \""
                            + field.only().field() + "\" is " + field.only().value()
                            + ", and to no other; take it out",
                    fact.keyAt(field.name()),
                    pointer(index) + "/" + field.name());
            return null;
        }
        if (said != null) {
            return reader.read(field, said, new ValueReader.Value(type, index, field));
        }
        if (!common && !field.only().value().equals(kind)) {
            return null;
        }
        if (field.required() && !misspelt.contains(field.name())) {
            faults.add("missing", type.name() + " has no \"" + field.name() + "\"; add it", fact.at(), pointer(index));
        }
        return field.defaultValue();
    }

    /** Notes the keys that the fact may not have, and returns those that were probably meant. */
    private Set<String> unknownKeys(Node node, int index) {
        List<String> keys = Stream.concat(type.fields().stream().map(Field::name), REMARKS.stream())
                .toList();
        Set<String> meant = new LinkedHashSet<>();
        for (String key : node.members().keySet()) {
            if (!keys.contains(key)) {
                faults.add(
                        "unknown_field",
                        type.name() + " has no field \"" + key + "\"" + ScenarioReader.hint(key, keys),
                        node.keyAt(key),
                        ScenarioReader.pointer(pointer(index), key));
                Near.closest(key, keys).ifPresent(meant::add);
            }
        }
        return meant;
    }

    /** Checks a remark; says whether there is one. */
    private boolean remark(Node node, String remark, int index) {
        Node said = node.get(remark);
        if (said != null && (!said.is(Node.Kind.TEXT) || said.text().isBlank())) {
            faults.add(
                    "wrong_type",
                    "\"" + remark + "\" has to be a text; found "
                            + (said.is(Node.Kind.TEXT) ? "an empty one; write it, or take it out" : said.shown()),
                    said.at(),
                    pointer(index) + "/" + remark);
        }
        return said != null;
    }

    /** What a field that tells kinds apart says of a fact; null when it cannot be read. */
    private String kind(String field, Node fact) {
        Field kind = type.field(field).orElseThrow();
        Node given = fact.get(kind.name());
        Object value = given == null ? kind.defaultValue() : given.text();
        return value instanceof String said && kind.values().contains(said) ? said : null;
    }
}
