package io.charter.whynot;

import io.charter.reference.Row;
import io.charter.reference.Terms;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Expression;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Pattern;
import io.charter.rulebook.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * A look at one fact through a pattern: what the variables become, and which constraints it misses.
 *
 * @param frame the frame with the pattern's variables bound
 * @param misses the constraints that do not hold; those of which something is unknown are not among them
 */
record Look(Row row, Frame frame, List<Miss> misses) {

    private static final double OTHER_VALUE = 0.9;
    private static final double OTHER_NAME = 1.2;

    /**
     * A constraint that a fact misses.
     *
     * @param constraint null where a variable that is known already would have to be bound to another value
     */
    record Miss(Constraint constraint, String shown, Object left, Object right, Field origin) {}

    static Look at(Row row, Pattern pattern, Frame before) {
        Frame frame = before;
        List<Miss> misses = new ArrayList<>();
        Frame.Source source =
                new Frame.Source(row.premise() == null ? List.of() : List.of(row.premise()), null, before);
        if (pattern.variable() != null && row.premise() != null) {
            frame = frame.bind(pattern.variable().name(), row, source);
        }
        for (Pattern.Binding binding : pattern.bindings()) {
            String name = binding.variable().name();
            boolean hypothetical = row.premise() == null
                    && !row.values().containsKey(binding.field().name());
            if (hypothetical) {
                continue;
            }
            Object value = row.value(binding.field());
            if (frame.knows(name) && !Terms.same(frame.value(name), value)) {
                misses.add(new Miss(
                        new Constraint.Comparison(
                                new Expression.FieldValue(binding.field(), pattern.at()),
                                "==",
                                new Expression.Bound(binding.variable(), pattern.at()),
                                pattern.at()),
                        binding.field().name() + " == " + name,
                        value,
                        frame.value(name),
                        binding.field()));
            } else if (!frame.knows(name)) {
                frame = frame.bind(name, value, source);
            }
        }
        for (Constraint constraint : pattern.constraints()) {
            if (frame.truth(constraint, row) == Frame.Truth.NO) {
                misses.add(miss(constraint, frame, row));
            }
        }
        return new Look(row, frame, misses);
    }

    static Miss miss(Constraint constraint, Frame frame, Row row) {
        List<Expression> sides = Frame.expressions(constraint).toList();
        Object right = constraint instanceof Constraint.Choice choice
                ? choice.choices().stream().map(c -> frame.value(c, row)).toList()
                : frame.value(sides.get(1), row);
        Field origin = sides.get(0).origin() != null
                ? sides.get(0).origin()
                : sides.get(1).origin();
        return new Miss(constraint, constraint.toString(), frame.value(sides.get(0), row), right, origin);
    }

    /** How far the fact is from the pattern: a value that can be moved is nearer than the name of another. */
    double distance() {
        double distance = 0;
        for (Miss miss : misses) {
            Field field = miss.origin();
            boolean name = field != null
                    && field.type() == ValueType.TEXT
                    && field.values().isEmpty();
            distance += name ? OTHER_NAME : OTHER_VALUE;
        }
        return distance;
    }
}
