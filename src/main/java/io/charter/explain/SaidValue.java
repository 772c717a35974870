package io.charter.explain;

/**
 * A value and how a sentence writes it.
 *
 * @param name the name of the variable or field
 * @param label what the vocabulary calls it, or the name where it says nothing
 * @param value String, LocalDate, BigDecimal, Long, Boolean or List
 * @param said the value in words
 */
public record SaidValue(String name, String label, Object value, String said) {}
