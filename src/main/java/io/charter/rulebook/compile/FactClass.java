package io.charter.rulebook.compile;

import io.charter.rulebook.model.FactType;
import java.util.Arrays;
import java.util.List;

/** The class that Drools made of a fact type. */
public final class FactClass {

    private final FactType type;
    private final FactRow row;

    /** @param row the code that was compiled with the type */
    FactClass(FactType type, FactRow row) {
        this.type = type;
        this.row = row;
    }

    public FactType type() {
        return type;
    }

    /**
     * A new fact.
     *
     * @param values those of its fields in the order of the type; a field for which there is null keeps what the type gives it
     */
    public Object newFact(List<Object> values) {
        return row.fact(values);
    }

    /** A new fact with all its values, in the order of the type. */
    public Object made(Object[] values) {
        return row.fact(values);
    }

    /** The values of a fact, in the order of the type's fields. */
    public List<Object> values(Object fact) {
        return Arrays.asList(row.values(fact));
    }
}
