package io.charter.text;

/**
 * Something wrong with what the user gave: a rule, a scenario, a fixture.
 *
 * @param code a short lower_snake_case name of the kind of problem, stable between versions
 * @param message what is wrong, what was expected, and what to do; without the place
 * @param at where, or null where there is no place
 * @param pointer the JSON pointer of what is wrong in a scenario, or null
 */
public record Problem(String code, String message, Position at, String pointer) {

    public static Problem of(String code, String message, Position at) {
        return new Problem(code, message, at, null);
    }

    /** One line, {@code file:line:column: message}. */
    @Override
    public String toString() {
        String where = at == null ? "" : at + ": ";
        return where + message + (pointer == null || pointer.isEmpty() ? "" : " (at " + pointer + ")");
    }
}
