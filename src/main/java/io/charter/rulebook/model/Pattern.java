package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.List;

/**
 * A fact that a condition looks for.
 *
 * @param variable stands for the fact, or null
 * @param bindings the fields whose values it binds
 */
public record Pattern(
        FactType type, Variable variable, List<Constraint> constraints, List<Binding> bindings, Position at) {

    /** {@code $variable : field}. */
    public record Binding(Variable variable, Field field) {}
}
