package io.charter.rulebook.compile;

import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Pieces of one buffer by their names, each copied when it is first asked for: of many, few are. Not to be changed. Thread-safe. */
final class Slices extends AbstractMap<String, byte[]> {

    private final ByteBuffer whole;
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
     * The pieces that follow each other in a buffer, from its beginning.
     *
     * @param lengths how long each is, in their order
     * @throws IllegalArgumentException when the buffer is not as long as that
     */
    Slices(ByteBuffer whole, Map<String, Integer> lengths) {
        this.whole = whole;
        int from = 0;
        for (Map.Entry<String, Integer> each : lengths.entrySet()) {
            int to = from + each.getValue();
            if (to < from || to > whole.limit()) {
                throw new IllegalArgumentException(each.getKey() + " ends at " + to + " of " + whole.limit());
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
                    known = new byte[slice.to - slice.from];
                    whole.get(slice.from, known);
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
