package io.charter.rulebook.compile;

import io.charter.text.RecordReader;
import io.charter.text.RecordWriter;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A compiled edition as a file: a checksum, then how long the description of what is in it is, then the description, then its classes
 * one after the other, as they are, so that nothing has to be unpacked at the start.
 */
final class CompiledFile {

    private CompiledFile() {}

    /**
     * What stands before the classes.
     *
     * @param lengths how many bytes each class has, by its name, in the order of the classes
     */
    private record Contents(String facts, Map<String, Integer> lengths, List<CompiledRule> rules) {}

    /** The compilation; none where the file is damaged. */
    static Optional<Compilation> read(ByteBuffer file) {
        ByteBuffer in = file.duplicate();
        if (in.remaining() < Long.BYTES + Integer.BYTES || in.getLong() != sum(in)) {
            return Optional.empty();
        }
        try {
            byte[] contents = new byte[Math.min(in.getInt(), in.remaining())];
            in.get(contents);
            Contents read = (Contents) RecordReader.read(
                    ByteBuffer.wrap(contents),
                    name -> name.equals(Contents.class.getName()) || name.equals(CompiledRule.class.getName()));
            Map<String, byte[]> classes = new Slices(in.slice(), read.lengths());
            return Optional.of(new Compilation(read.facts(), read.rules(), classes));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** @param compilation a whole one */
    static byte[] of(Compilation compilation) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        compilation.classes().forEach((name, bytes) -> lengths.put(name, bytes.length));
        byte[] contents = RecordWriter.write(new Contents(compilation.facts(), lengths, compilation.rules()));
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + contents.length + all);
        out.position(Long.BYTES);
        out.putInt(contents.length).put(contents);
        compilation.classes().values().forEach(out::put);
        return out.putLong(0, sum(out.position(Long.BYTES))).array();
    }

    /** The sum of what is left of a buffer. */
    private static long sum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes.duplicate());
        return sum.getValue();
    }
}
