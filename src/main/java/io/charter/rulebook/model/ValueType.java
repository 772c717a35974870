package io.charter.rulebook.model;

import java.util.Arrays;
import java.util.Optional;

/** The types of values that facts have. */
public enum ValueType {
    TEXT("String", "a text"),
    DATE("LocalDate", "a date, YYYY-MM-DD"),
    AMOUNT("BigDecimal", "an amount"),
    COUNT("long", "a whole number"),
    FLAG("boolean", "true or false"),
    LIST("List", "a list");

    private final String drl;
    private final String shown;

    ValueType(String drl, String shown) {
        this.drl = drl;
        this.shown = shown;
    }

    /** The name of the type in a rule file. */
    public String drl() {
        return drl;
    }

    /** How a message names the type. */
    public String shown() {
        return shown;
    }

    public boolean isNumber() {
        return this == AMOUNT || this == COUNT;
    }

    /** Whether values of the type have an order that rules may compare by. */
    public boolean isOrdered() {
        return isNumber() || this == DATE;
    }

    public static Optional<ValueType> ofDrl(String name) {
        return Arrays.stream(values()).filter(t -> t.drl.equals(name)).findFirst();
    }
}
