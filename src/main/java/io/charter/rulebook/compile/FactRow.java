package io.charter.rulebook.compile;

import java.util.Arrays;
import java.util.Objects;
import org.drools.base.factmodel.GeneratedFact;

/**
 * A fact as rules see it: the values of its fields, in the order of its type. For each type a class is compiled that extends this one, and
 * has but what Drools and the code of rules call by name. What is done with facts of all types is done here, in one place for all: the
 * JVM has one method to make fast, and does not look for the right one at each call.
 *
 * <p>It has no public method of its own: Drools would take it for a field.
 */
public abstract class FactRow implements Cloneable, GeneratedFact {

    /**
     * A prime near the golden ratio as a part of all whole numbers: facts whose values are close together, as names of states and days are,
     * get hashes that are far apart, unless they differ in the last value alone. By 31, which is usual, another state and another type are
     * often the same.
     */
    private static final int SCATTERING = 0x9E3779B1;

    private final FactForm form;

    /** They do not change once the fact is made. */
    protected Object[] values;

    protected FactRow(FactForm form, Object[] values) {
        this.form = form;
        this.values = values;
    }

    /** The number of its type. */
    final int number() {
        return form.number;
    }

    /** A fact of the same type. */
    final FactRow with(Object[] others) {
        try {
            FactRow fact = (FactRow) clone();
            fact.values = others;
            return fact;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Facts are the same when they are of one type, and the fields that it has for a key have the same values. */
    @Override
    public final boolean equals(Object object) {
        if (this == object) {
            return true;
        }
        if (!(object instanceof FactRow other) || form != other.form || form.keys.length == 0) {
            return false;
        }
        for (int key : form.keys) {
            if (!Objects.equals(values[key], other.values[key])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        if (form.keys.length == 0) {
            return super.hashCode();
        }
        int hash = form.number;
        for (int key : form.keys) {
            hash = SCATTERING * hash + Objects.hashCode(values[key]);
        }
        return hash;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + Arrays.toString(values);
    }
}
