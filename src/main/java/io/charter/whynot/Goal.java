package io.charter.whynot;

import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact that is wanted.
 *
 * @param fixed the values that some of its fields must have
 * @param others what else is asked of it
 */
record Goal(FactType type, Map<String, Object> fixed, List<Asked> others) {

    /** A constraint on the fact wanted, with what is known where it is asked. */
    record Asked(Constraint constraint, Frame frame) {}

    /** The fact that a pattern looks for. */
    static Goal of(Pattern pattern, Frame frame) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        List<Asked> others = new ArrayList<>();
        for (Pattern.Binding binding : pattern.bindings()) {
            if (frame.knows(binding.variable().name())) {
                fixed.put(binding.field().name(), frame.value(binding.variable().name()));
            }
        }
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison
                    && comparison.operator().equals("==")
                    && comparison.left() instanceof Expression.FieldValue field
                    && frame.knows(comparison.right(), null)) {
                fixed.put(field.field().name(), frame.value(comparison.right(), null));
            } else {
                others.add(new Asked(constraint, frame));
            }
        }
        return new Goal(pattern.type(), fixed, others);
    }

    /** The same goal has the same key. */
    String key() {
        StringBuilder key = new StringBuilder(type.name()).append(fixed);
        others.forEach(d -> key.append(';').append(d.frame().shown(d.constraint())));
        return key.toString();
    }
}
