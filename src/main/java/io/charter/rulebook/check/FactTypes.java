package io.charter.rulebook.check;

import io.charter.rulebook.model.FactType;
import java.util.Map;
import java.util.Set;

/**
 * The fact types of an edition as far as their declarations could be read.
 *
 * @param known by name, in the order of declaration
 * @param open the names of types that may have fields which could not be read
 * @param faulty the names of types whose declaration has any fault
 * @param whole whether every type that the files declare is known
 */
record FactTypes(Map<String, FactType> known, Set<String> open, Set<String> faulty, boolean whole) {

    FactType get(String name) {
        return known.get(name);
    }

    /** Whether a field that the type does not have may have been meant to be one of its own. */
    boolean isOpen(FactType type) {
        return open.contains(type.name());
    }

    /** Whether nothing is wrong with any declaration. */
    boolean sound() {
        return whole && faulty.isEmpty();
    }
}
