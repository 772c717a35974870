package io.charter.rulebook.compile;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of files that only save time. They are written beside and moved into place, so another process finds a whole one or none;
 * where they cannot be written or read, it is as if there were none. Of each kind those used least recently are taken away.
 */
final class KeptFiles {

    private static final int MOST = 64;

    private final Path folder;
    private final String kind;

    /** @param kind how the names of the files end, with the dot */
    KeptFiles(Path folder, String kind) {
        this.folder = folder;
        this.kind = kind;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name + kind));
    }

    Optional<byte[]> read(String name) {
        return used(name, Files::readAllBytes);
    }

    /**
     * The file as it stands on the disk, for who needs little of it, and that soon: it may not be changed in place meanwhile, as this program
     * never does. Where a file could not be replaced either, as on Windows, it is read.
     */
    Optional<ByteBuffer> map(String name) {
        if (File.separatorChar == '\\') {
            return read(name).map(ByteBuffer::wrap);
        }
        return used(name, file -> {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            }
        });
    }

    /** Something that may fail as files may. */
    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    private <T> Optional<T> used(String name, Reading<T> reading) {
        Path file = folder.resolve(name + kind);
        try {
            T read = reading.of(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(read);
        } catch (IOException | UnsupportedOperationException e) {
            // The latter where the folder is in a file system that cannot map files.
            return Optional.empty();
        }
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "new-", ".tmp");
            try {
                Files.write(beside, bytes);
                Files.move(
                        beside,
                        folder.resolve(name + kind),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
            prune();
        } catch (IOException e) {
            // Without it, the next run takes longer.
        }
    }

    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(kind))
                    .sorted(Comparator.comparing(KeptFiles::lastUsed).reversed())
                    .toList();
        }
        for (Path file : files.subList(Math.min(MOST, files.size()), files.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static FileTime lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
