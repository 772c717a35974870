package io.charter.rulebook.model;

import io.charter.text.Later;
import io.charter.text.Position;
import java.util.List;

/**
 * A fact that a condition looks for.
 *
 * @param variable stands for the fact, or null
 * @param bindings the fields whose values it binds
 */
public record Pattern(
        FactType type,
        Variable variable,
        @Later List<Constraint> constraints,
        @Later List<Binding> bindings,
        Position at) {

    /** By the place alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return at.hashCode();
    }

    /** {@code $variable : field}. */
    public record Binding(Variable variable, Field field) {}
}
