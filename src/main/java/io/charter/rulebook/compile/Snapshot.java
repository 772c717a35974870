package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.text.RecordReader;
import io.charter.text.RecordWriter;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The model of an edition as bytes, so that its rules need not be parsed and resolved again.
 *
 * @param made what the edition is made of: the name of the file that holds the bytes may be that of others, too
 * @param rules the name under which its compiled rules are kept
 */
record Snapshot(String made, String rules, Edition edition) {

    /** The bytes, and before them their checksum. */
    byte[] bytes() {
        byte[] bytes = RecordWriter.write(this);
        return ByteBuffer.allocate(Long.BYTES + bytes.length)
                .putLong(sum(ByteBuffer.wrap(bytes)))
                .put(bytes)
                .array();
    }

    /** What was kept; none where the bytes are damaged, which the checksum tells before any of them is used. */
    static Optional<Snapshot> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES || in.getLong() != sum(in.duplicate())) {
            return Optional.empty();
        }
        try {
            return Optional.of((Snapshot) RecordReader.read(in, Snapshot::isOurs));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(String className) {
        return className.equals(Snapshot.class.getName())
                || className.startsWith(Edition.class.getPackageName() + ".")
                || className.startsWith(RecordReader.class.getPackageName() + ".");
    }

    private static long sum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
