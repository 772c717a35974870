package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that is wanted.
 *
 * @param fixed the values that some of its fields must have
 * @param others what else is asked of it
 */
record Goal(FactType type, Map<String, Object> fixed, List<Asked> others) {

    /**
     * A constraint on the fact wanted, with what is known where it is asked.
     *
     * @param of the field that the constraint is about, where it has been handed on from a fact wanted before; or null
     * @param as the field of this fact that has the value of that one
     */
    record Asked(Constraint constraint, Frame frame, FactType type, Field of, String as) {

        boolean handedOn() {
            return of != null;
        }

        /** What can be said of it, by what is known of the fact. */
        Frame.Truth truth(Row fact) {
            if (!handedOn()) {
                return frame.truth(constraint, fact);
            }
            return fact.values().containsKey(as) ? truth(fact.values().get(as)) : Frame.Truth.UNKNOWN;
        }

        /** What can be said of a constraint handed on, by the one value. */
        Frame.Truth truth(Object value) {
            return frame.truth(constraint, new Row(type, Collections.singletonMap(of.name(), value), null));
        }

        /** Whether it is about a field of the fact wanted. */
        boolean isAbout(Field field) {
            return handedOn()
                    ? field.name().equals(as)
                    : Frame.expressions(constraint).anyMatch(side -> names(side, field));
        }

        private static boolean names(Expression expression, Field field) {
            return expression instanceof Expression.FieldValue value
                    ? value.field().equals(field)
                    : expression.parts().stream().anyMatch(part -> names(part, field));
        }

        /** The same asked of a variable, or of the field of another fact that a variable is bound to. */
        Asked handOn(Field field, String to) {
            return new Asked(constraint, frame, type, handedOn() ? of : field, to);
        }

        /** What it asks of the field that it has been handed on to, where it compares the value itself with a known one. */
        Optional<Demand> demand(Field field) {
            List<Expression> sides = Frame.expressions(constraint).toList();
            boolean plain = sides.get(0) instanceof Expression.FieldValue
                    && sides.stream().skip(1).allMatch(side -> frame.knows(side, null));
            return plain
                    ? Optional.of(new Demand(
                            field,
                            Compared.operator(constraint),
                            sides.stream()
                                    .skip(1)
                                    .map(side -> frame.value(side, null))
                                    .toList()))
                    : Optional.empty();
        }
    }

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
