package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The model of an edition as bytes, so that its rules need not be parsed and resolved again. */
final class Snapshot {

    /** Nothing else is made from the bytes, whatever they say. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "io.charter.rulebook.model.*;io.charter.text.*;java.lang.*;java.math.*;java.time.*;java.util.*;!*");

    private Snapshot() {}

    static byte[] of(Edition edition) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(edition);
        } catch (IOException e) {
            throw new UncheckedIOException("what an edition is made of can be written", e);
        }
        return bytes.toByteArray();
    }

    /** The edition; none where the bytes are damaged, which the checksum of the whole tells before any of it is used. */
    static Optional<Edition> read(byte[] bytes) {
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(zipped.readAllBytes()));
            in.setObjectInputFilter(OURS);
            return Optional.of((Edition) in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
