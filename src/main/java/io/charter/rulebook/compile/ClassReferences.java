package io.charter.rulebook.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which classes a class names, as its constant pool lists them (the Java Virtual Machine Specification, 4.4). */
final class ClassReferences {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    /** How many bytes a constant of each other kind takes; those of 8 count twice. */
    private static final Map<Integer, Integer> SIZES = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(5, 8),
            Map.entry(6, 8),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(10, 4),
            Map.entry(11, 4),
            Map.entry(12, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    private ClassReferences() {}

    /**
     * Those of some classes that one of them needs, directly or by others, without itself.
     *
     * @param classes the bytes of classes by name
     */
    static List<String> needed(String name, Map<String, byte[]> classes) {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (String next : named(classes.get(open.removeFirst()))) {
                if (classes.containsKey(next) && !next.equals(name) && needed.add(next)) {
                    open.add(next);
                }
            }
        }
        return List.copyOf(needed);
    }

    private static Set<String> named(byte[] bytes) {
        Map<Integer, String> texts = new HashMap<>();
        List<Integer> classes = new java.util.ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int kind = in.readUnsignedByte();
                if (kind == UTF8) {
                    texts.put(i, in.readUTF());
                } else if (kind == CLASS) {
                    classes.add(in.readUnsignedShort());
                } else {
                    int size = SIZES.get(kind);
                    in.skipBytes(size);
                    i += size / 8;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler writes whole classes", e);
        }
        Set<String> named = new HashSet<>();
        classes.forEach(at -> named.add(texts.get(at).replace('/', '.')));
        return named;
    }
}
