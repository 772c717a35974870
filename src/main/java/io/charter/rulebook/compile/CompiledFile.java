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
 * A compiled edition as a file: a checksum, then what is in it, then its classes one after the other, as they are, so that nothing has
 * to be unpacked at the start.
 */
final class CompiledFile {

    private CompiledFile() {}

    /**
     * What stands before the classes.
     *
     * @param lengths how many bytes each class has, by its name, in the order of the classes
     */
    private record Contents(String facts, List<CompiledRule> rules, Map<String, Integer> lengths) {}

    /** The compilation; none where the file is damaged. */
    static Optional<Compilation> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < Long.BYTES || in.getLong() != sum(file)) {
            return Optional.empty();
        }
        try {
            Contents contents = (Contents) RecordReader.read(
                    in, name -> name.equals(Contents.class.getName()) || name.equals(CompiledRule.class.getName()));
            Map<String, byte[]> classes = new Slices(file, in.position(), contents.lengths());
            return Optional.of(new Compilation(contents.facts(), contents.rules(), classes))
                    .filter(Compilation::isWhole);
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    static byte[] of(Compilation compilation) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        compilation.classes().forEach((name, bytes) -> lengths.put(name, bytes.length));
        byte[] contents = RecordWriter.write(new Contents(compilation.facts(), compilation.rules(), lengths));
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + contents.length + all);
        out.putLong(0).put(contents);
        compilation.classes().values().forEach(out::put);
        return out.putLong(0, sum(out.array())).array();
    }

    private static long sum(byte[] file) {
        CRC32 sum = new CRC32();
        sum.update(file, Long.BYTES, file.length - Long.BYTES);
        return sum.getValue();
    }
}
