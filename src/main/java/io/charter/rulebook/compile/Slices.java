package io.charter.rulebook.compile;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Pieces of one array by their names, each copied when it is first asked for: of many, few are. Not to be changed. Thread-safe. */
final class Slices extends AbstractMap<String, byte[]> {

    private final byte[] whole;
    private final Map<String, Slice> slices = new LinkedHashMap<>();

    private static final class Slice {
        private final int from;
        private final int to;
        private volatile byte[] copy;

        Slice(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * The pieces that follow each other in an array.
     *
     * @param first where the first begins
     * @param lengths how long each is, in their order
     * @throws IllegalArgumentException when the array is not as long as that
     */
    Slices(byte[] whole, int first, Map<String, Integer> lengths) {
        this.whole = whole;
        int from = first;
        for (Map.Entry<String, Integer> each : lengths.entrySet()) {
            int to = from + each.getValue();
            if (to < from || to > whole.length) {
                throw new IllegalArgumentException(each.getKey() + " ends at " + to + " of " + whole.length);
            }
            slices.put(each.getKey(), new Slice(from, to));
            from = to;
        }
    }

    @Override
    public byte[] get(Object name) {
        Slice slice = slices.get(name);
        return slice == null ? null : bytes(slice);
    }

    private byte[] bytes(Slice slice) {
        byte[] known = slice.copy;
        if (known == null) {
            synchronized (slice) {
                known = slice.copy;
                if (known == null) {
                    known = Arrays.copyOfRange(whole, slice.from, slice.to);
                    slice.copy = known;
                }
            }
        }
        return known;
    }

    @Override
    public boolean containsKey(Object name) {
        return slices.containsKey(name);
    }

    @Override
    public Set<String> keySet() {
        return slices.keySet();
    }

    @Override
    public Set<Map.Entry<String, byte[]>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return slices.size();
            }

            @Override
            public Iterator<Map.Entry<String, byte[]>> iterator() {
                Iterator<Map.Entry<String, Slice>> all = slices.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Map.Entry<String, byte[]> next() {
                        Map.Entry<String, Slice> next = all.next();
                        return new SimpleImmutableEntry<>(next.getKey(), bytes(next.getValue()));
                    }
                };
            }
        };
    }
}
