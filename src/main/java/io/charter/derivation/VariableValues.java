package io.charter.derivation;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What a few variables stand for, in the order of their names: a map that shares its names with others. */
public final class VariableValues extends AbstractMap<String, Object> {

    private final String[] names;
    private Object[] values;
    private Supplier<Object[]> unread;

    /**
     * Takes both arrays as they are.
     *
     * @param names each once
     * @param values one for each name; null for a variable without a value
     */
    public VariableValues(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Values that are read when one is first asked for.
     *
     * @param names each once
     * @param unread gives one value for each name
     */
    public VariableValues(String[] names, Supplier<Object[]> unread) {
        this.names = names;
        this.unread = unread;
    }

    /** Reads the values, where that has not been done. */
    void read() {
        if (unread != null) {
            values = unread.get();
            unread = null;
        }
    }

    @Override
    public Object get(Object name) {
        int place = place(name);
        if (place < 0) {
            return null;
        }
        read();
        return values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name) >= 0;
    }

    private int place(Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        read();
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Map.Entry<String, Object> next() {
                        return new SimpleImmutableEntry<>(names[next], values[next++]);
                    }
                };
            }
        };
    }
}
