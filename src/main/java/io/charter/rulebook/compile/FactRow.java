package io.charter.rulebook.compile;

import java.util.List;

/** Makes facts of one type from their values, and the other way round. Extended by code that is compiled with the type. Thread-safe. */
public abstract class FactRow {

    /**
     * A new fact.
     *
     * @param row the values of its fields in the order of the type; a field for which there is null keeps what the type gives it
     */
    public abstract Object fact(List<Object> row);

    /** A new fact with all its values, in the order of the type. */
    public abstract Object fact(Object[] values);

    /** The values of a fact, in the same order. */
    public abstract Object[] values(Object fact);

    /** One of them. */
    public abstract Object value(Object fact, int place);
}
