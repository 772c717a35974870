package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.text.Build;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Keeps between runs what an edition is read into, and its compiled rules. The name of a file is a hash of the rule texts, of this
 * program, of Drools and of the JDK, so whatever changes leads to another file; one that is damaged is made anew. The cache only
 * saves time: where it cannot be written, rules are read and compiled at each run.
 */
public final class RuleCache {

    private static final String MODELS = "models";

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

    /**
     * The model of an edition, from the cache or else read and kept.
     *
     * @param made what the edition is made of: the same text for the same files under the same names only
     */
    public Edition edition(String made, Supplier<Edition> read) {
        if (folder == null || Build.fingerprint().isEmpty()) {
            return read.get();
        }
        KeptFiles files = new KeptFiles(folder, ".edition");
        String key = key(Build.fingerprint().orElseThrow() + "\0" + made);
        return files.read(key).flatMap(Snapshot::read).orElseGet(() -> {
            Edition edition = read.get();
            files.write(key, Snapshot.of(edition));
            return edition;
        });
    }

    /** The compiled rules of an edition, from the cache or else compiled and kept. */
    CompiledClasses classes(Edition edition) {
        if (folder == null) {
            return RuleCompiler.compile(edition);
        }
        KeptFiles files = new KeptFiles(folder, ".zip");
        StringBuilder made = new StringBuilder();
        new TreeMap<>(edition.sources())
                .forEach((name, text) ->
                        made.append(name).append('\0').append(text).append('\0'));
        String key = key(made.toString());
        return files.read(key).flatMap(RuleCache::read).orElseGet(() -> {
            CompiledClasses compiled = RuleCompiler.compile(edition);
            files.write(key, bytes(compiled));
            return compiled;
        });
    }

    private static String key(String made) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String program = Build.version() + " " + Build.drools() + " " + Runtime.version() + "\0";
            digest.update(program.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(made.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<CompiledClasses> read(byte[] file) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> models = List.of();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(MODELS)) {
                    models = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
                } else {
                    classes.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return models.isEmpty() || !classes.keySet().containsAll(models)
                ? Optional.empty()
                : Optional.of(new CompiledClasses(models, classes));
    }

    /** The models are written last: a file that was cut off has none, and counts as damaged. */
    private static byte[] bytes(CompiledClasses compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : compiled.classes().entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            put(zip, MODELS, String.join("\n", compiled.models()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can be written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
