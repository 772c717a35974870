package io.charter.rulebook.compile;

import java.util.List;

/** Makes facts of one type from their values, and the other way round. Implemented by code that is compiled with the type. Thread-safe. */
public interface FactRow {

    /**
     * A new fact.
     *
     * @param row the values of its fields in the order of the type; a field for which there is null keeps what the type gives it
     */
    Object fact(List<Object> row);

    /** The values of a fact, in the same order. */
    Object[] values(Object fact);

    /** One of them. */
    Object value(Object fact, int place);
}
