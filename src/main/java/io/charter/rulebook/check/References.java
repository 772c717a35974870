package io.charter.rulebook.check;

import io.charter.rulebook.model.Field;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.FieldText;
import io.charter.text.Near;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@code @refers} says: a field, written {@code Type.field}, of a type of facts that scenarios state. */
final class References {

    private final Map<String, Declare> declares;
    private final List<Problem> problems;

    /** @param declares all declarations of the edition, by name */
    References(Map<String, Declare> declares, List<Problem> problems) {
        this.declares = declares;
        this.problems = problems;
    }

    /** The field referred to, or null where there is none such; then the problems say why. */
    Field.Reference read(String refers, Position at) {
        String[] parts = refers.strip().split("\\.", -1);
        Declare target = declares.get(parts[0]);
        if (target == null) {
            return fault(
                    "@refers names a field of a fact type, written Type.field; there is no " + refers
                            + Near.hint(parts[0], declares.keySet()),
                    at);
        }
        List<String> fields = fields(target);
        if (fields == null) {
            return null;
        }
        if (parts.length != 2) {
            return fault(
                    "@refers names a field of a fact type, written Type.field"
                            + (fields.isEmpty() ? "" : ": " + target.name() + "." + fields.get(0)),
                    at);
        }
        if (!fields.contains(parts[1])) {
            String hint = Near.hint(parts[1], fields);
            return fault(
                    target.name() + " has no field " + parts[1]
                            + (hint.isEmpty() ? "; it has " + String.join(", ", fields) : hint),
                    at);
        }
        if (isDerived(target)) {
            return fault(target.name() + " is derived; @refers names a field of a fact type that scenarios state", at);
        }
        return new Field.Reference(parts[0], parts[1]);
    }

    private Field.Reference fault(String message, Position at) {
        problems.add(Problem.of("unknown_field", message, at));
        return null;
    }

    /** The names of all fields of a type; null where not all of them can be known. */
    private List<String> fields(Declare declare) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Declare type = declare; type != null; type = declares.get(type.parent())) {
            boolean lost = type.parent() != null && !declares.containsKey(type.parent());
            if (!type.whole() || lost || !seen.add(type.name())) {
                return null;
            }
            names.addAll(type.fields().stream().map(FieldText::name).toList());
        }
        return names;
    }

    private boolean isDerived(Declare declare) {
        return declare.annotations().stream().noneMatch(a -> a.name().equals("input"))
                && declares.values().stream().noneMatch(d -> declare.name().equals(d.parent()));
    }
}
