package io.charter.rulebook.model;

import io.charter.text.Position;

/**
 * A variable of a rule.
 *
 * @param name with its dollar sign
 * @param type the type of its value; null when it stands for a fact
 * @param origin the field that it was bound to, or null
 */
public record Variable(String name, ValueType type, Field origin, Position at) {

    /** The name as messages use it in placeholders, without the dollar sign. */
    public String plainName() {
        return name.substring(1);
    }
}
