package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.text.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Keeps compiled rules between runs. The name of a file is a hash of the rule texts, of this program, of Drools and of the JDK,
 * so whatever changes leads to another file. Files are written beside and moved into place; one that cannot be read is as good
 * as none. The cache only saves time: where it cannot be written, rules are compiled at each run.
 */
public final class RuleCache {

    private static final String MODELS = "models";
    private static final int MOST_FILES = 64;

    private final Path folder;

    private RuleCache(Path folder) {
        this.folder = folder;
    }

    /** A cache in a folder, made when it is first written to. */
    public static RuleCache in(Path folder) {
        return new RuleCache(folder);
    }

    /** A cache that keeps nothing. */
    public static RuleCache none() {
        return new RuleCache(null);
    }

    /**
     * The user's cache: the folder that the environment variable {@code CHARTER_CACHE} names ({@code off} for none), else
     * {@code charter} in {@code XDG_CACHE_HOME}, in {@code LOCALAPPDATA}, or in {@code .cache} at home.
     */
    public static RuleCache ofUser() {
        String named = System.getenv("CHARTER_CACHE");
        if ("off".equals(named)) {
            return none();
        }
        if (named != null && !named.isBlank()) {
            return in(Path.of(named));
        }
        for (String variable : List.of("XDG_CACHE_HOME", "LOCALAPPDATA")) {
            String base = System.getenv(variable);
            if (base != null && !base.isBlank()) {
                return in(Path.of(base, "charter"));
            }
        }
        return in(Path.of(System.getProperty("user.home"), ".cache", "charter"));
    }

    /** The compiled rules of an edition, from the cache or else compiled and kept. */
    CompiledClasses classes(Edition edition) {
        if (folder == null) {
            return RuleCompiler.compile(edition);
        }
        Path file = folder.resolve(key(edition) + ".zip");
        return read(file).orElseGet(() -> {
            CompiledClasses compiled = RuleCompiler.compile(edition);
            write(file, compiled);
            return compiled;
        });
    }

    private static String key(Edition edition) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String program = Build.version() + " " + Build.drools() + " " + Runtime.version();
            digest.update(program.getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(edition.sources())
                    .forEach((name, text) ->
                            digest.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<CompiledClasses> read(Path file) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> models = List.of();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(MODELS)) {
                    models = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
                } else {
                    classes.put(entry.getName(), bytes);
                }
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return models.isEmpty() || !classes.keySet().containsAll(models)
                ? Optional.empty()
                : Optional.of(new CompiledClasses(models, classes));
    }

    /** The models are written last: a file that was cut off has none, and counts as damaged. */
    private void write(Path file, CompiledClasses compiled) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "new-", ".tmp");
            try (OutputStream out = Files.newOutputStream(beside);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : compiled.classes().entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
                put(zip, MODELS, String.join("\n", compiled.models()).getBytes(StandardCharsets.UTF_8));
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            prune();
        } catch (IOException e) {
            // The rules are compiled all the same; the next run compiles them again.
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Takes away the files that were used least recently, beyond the most that are kept. */
    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".zip"))
                    .sorted(Comparator.comparing(RuleCache::lastUsed).reversed())
                    .toList();
        }
        for (Path file : files.subList(Math.min(MOST_FILES, files.size()), files.size())) {
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
