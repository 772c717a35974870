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

    /** The fact that a pattern looks for. */
    static Goal of(Pattern pattern, Frame frame) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        List<Asked> others = new ArrayList<>();
        for (Pattern.Binding binding : pattern.bindings()) {
            String name = binding.variable().name();
            if (frame.knows(name)) {
                fixed.put(binding.field().name(), frame.value(name));
            }
            frame.asked(name)
                    .forEach(asked -> others.add(
                            asked.handOn(binding.field(), binding.field().name())));
        }
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison
                    && comparison.operator().equals("==")
                    && comparison.left() instanceof Expression.FieldValue field
                    && frame.knows(comparison.right(), null)) {
                fixed.put(field.field().name(), frame.value(comparison.right(), null));
            } else {
                others.add(new Asked(constraint, frame, pattern.type(), null, null));
            }
        }
        return new Goal(pattern.type(), fixed, others);
    }

    /** The same goal has the same key. */
    String key() {
        StringBuilder key = new StringBuilder(type.name()).append(fixed);
        others.forEach(d -> key.append(';').append(d.as()).append(d.frame().shown(d.constraint())));
        return key.toString();
    }
}
