package io.charter.rulebook.compile;

import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import java.util.Arrays;
import java.util.List;

/** The class that was compiled of a fact type. Thread-safe. */
public final class FactClass {

    private final FactType type;
    private final Object[] initial;
    private final FactRow prototype;

    /** @param prototype a fact of the class, with whatever values */
    FactClass(FactType type, FactRow prototype) {
        this.type = type;
        this.initial = type.fields().stream().map(FactClass::initial).toArray();
        this.prototype = prototype;
    }

    /** What a field has where nothing is said of it: a rule finds no null in a number, or in what is true or false. */
    private static Object initial(Field field) {
        if (field.defaultValue() != null) {
            return field.defaultValue();
        }
        return switch (field.type()) {
            case COUNT -> 0L;
            case FLAG -> false;
            default -> null;
        };
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
        Object[] row = initial.clone();
        for (int i = 0; i < row.length; i++) {
            Object value = values.get(i);
            if (value != null) {
                row[i] = value;
            }
        }
        return prototype.with(row);
    }

    /** A new fact with all its values, in the order of the type; they are its own from now on. */
    public Object made(Object[] values) {
        return prototype.with(values);
    }

    /** The values of a fact, in the order of the type's fields; not to be changed. */
    public List<Object> values(Object fact) {
        return Arrays.asList(((FactRow) fact).values);
    }
}
