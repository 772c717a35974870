package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Position;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A comparison of two values.
 *
 * @param shown the constraint as the rule has it
 * @param what the value compared as the rule has it
 * @param left what it is
 * @param right with what it is compared
 * @param operator as in rules; {@code in} and {@code not in} where there is a choice
 * @param origin the field that says what the values are, or null
 */
public record Compared(
        String shown,
        Position at,
        String what,
        Object left,
        String operator,
        List<Object> right,
        ValueType type,
        Field origin) {

    private static final double OTHER_VALUE = 0.9;
    private static final double OTHER_NAME = 1.2;

    /** A constraint whose values are all known. */
    static Compared of(Constraint constraint, Frame frame, Row self) {
        List<Expression> sides = Frame.expressions(constraint).toList();
        Expression left = sides.get(0);
        Field origin = left.origin() != null ? left.origin() : sides.get(1).origin();
        return new Compared(
                constraint.toString(),
                constraint.at(),
                left.toString(),
                frame.value(left, self),
                operator(constraint),
                Collections.unmodifiableList(sides.stream()
                        .skip(1)
                        .map(side -> frame.value(side, self))
                        .collect(Collectors.toList())),
                left.type() == null && origin != null ? origin.type() : left.type(),
                origin);
    }

    /** The value of a field where a variable of the pattern is bound to another already. */
    static Compared bound(Pattern.Binding binding, Object value, Object known, Position at) {
        String shown = binding.variable().name() + " : " + binding.field().name();
        return equality(shown, at, value, known, binding.field());
    }

    /** A value of the fact that a rule derives where another is wanted. */
    static Compared derived(Field field, Object value, Object wanted, Position at) {
        return equality(field.name() + " == " + Demand.plain(wanted), at, value, wanted, field);
    }

    private static Compared equality(String shown, Position at, Object value, Object wanted, Field field) {
        return new Compared(
                shown, at, field.name(), value, "==", Collections.singletonList(wanted), field.type(), field);
    }

    static String operator(Constraint constraint) {
        if (constraint instanceof Constraint.Comparison comparison) {
            return comparison.operator();
        }
        return ((Constraint.Choice) constraint).negated() ? "not in" : "in";
    }

    /** Whether it compares the names of persons or things, which are neither near each other nor far. */
    public boolean ofNames() {
        return origin != null
                && origin.type() == ValueType.TEXT
                && origin.values().isEmpty();
    }

    /** A value that can be moved is nearer than the name of another. */
    double cost() {
        return ofNames() ? OTHER_NAME : OTHER_VALUE;
    }
}
