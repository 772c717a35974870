package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.List;
import java.util.Map;

/**
 * A field of a fact type, with all that the vocabulary says of it.
 *
 * @param defaultValue what it is when a scenario leaves it out (String, BigDecimal, Long or Boolean), or null
 * @param optional whether a scenario may leave it out although it has no default; rules then see null
 * @param key whether it is part of what makes two derived facts the same
 * @param subject whether it says whom a decision is about
 * @param question whether it says which question is meant
 * @param event whether it is the day on which the fact happened
 * @param along whether it is the date along which a recursion moves
 * @param values what a text may be; empty when free
 * @param named the lists of names that the text comes from; empty when free
 * @param refers the field that the text refers to, or null
 * @param range what a number may be, or null
 * @param each the type of the items of a list, or null
 * @param only the kind of fact that has the field, or null for all
 * @param docs a line of documentation by language
 */
public record Field(
        String name,
        ValueType type,
        Object defaultValue,
        boolean optional,
        boolean key,
        boolean subject,
        boolean question,
        boolean event,
        boolean along,
        List<String> values,
        List<String> named,
        Reference refers,
        Range range,
        ValueType each,
        Only only,
        Map<String, String> docs,
        Position at) {

    /** By the place alone, which tells it apart from all others: all that it is made of would take long. */
    @Override
    public int hashCode() {
        return at.hashCode();
    }

    /** A field of another type, {@code Type.field}. */
    public record Reference(String type, String field) {
        /** As Java's own, by a shorter way. */
        @Override
        public int hashCode() {
            return 31 * type.hashCode() + field.hashCode();
        }
    }

    /** Only facts whose field has the value have this one. */
    public record Only(String field, String value) {}

    /** Whether rules may find no value in the field. */
    public boolean nullable() {
        return defaultValue == null && (optional || only != null);
    }

    /** Whether a scenario has to state the field (where the kind of the fact has it). */
    public boolean required() {
        return defaultValue == null && !optional;
    }
}
