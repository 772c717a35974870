package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
