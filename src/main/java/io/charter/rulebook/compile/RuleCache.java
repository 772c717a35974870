package io.charter.rulebook.compile;

import io.charter.rulebook.model.Edition;
import io.charter.text.Build;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps between runs what an edition is read into, and its compiled rules. The name of a file is a hash of the rule texts, of this
 * program, of Drools and of the JDK, so whatever changes leads to another file; one that is damaged is made anew. The cache only
 * saves time: where it cannot be written, rules are read and compiled at each run.
 */
public final class RuleCache {

    /** Becomes another when compiled rules ask another thing of this program, as of {@link FactRow}, or it of them. */
    private static final int FORM = 7;

    private final Path folder;

    /** The names of the compiled rules of editions that were read, by the hash of all that an edition is made of. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

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
     * @param sources its rule files, as the model will have them; asked for when it is not in the cache
     */
    public Edition edition(String made, Supplier<Map<String, String>> sources, Supplier<Edition> read) {
        if (folder == null || Build.fingerprint().isEmpty()) {
            return read.get();
        }
        KeptFiles files = new KeptFiles(folder, ".edition");
        String whole = Runtime.version() + "\0" + Build.fingerprint().orElseThrow() + "\0" + made;
        // A sum of it, and not a hash that nobody can forge, which takes long to get ready: the file says itself what
        // it is of.
        String name = Keys.sum(whole);
        Snapshot kept = files.read(name)
                .flatMap(Snapshot::read)
                .filter(snapshot -> snapshot.made().equals(whole))
                .orElseGet(() -> {
                    if (!compiled().has(key(sources.get()))) {
                        WarmUp.begin();
                    }
                    Edition edition = read.get();
                    Snapshot snapshot = new Snapshot(whole, key(edition.sources()), edition);
                    files.write(name, snapshot.bytes());
                    return snapshot;
                });
        keys.put(kept.edition().hash(), kept.rules());
        return kept.edition();
    }

    /**
     * The compiled rules of an edition, from the cache or else compiled and kept.
     *
     * @param few whether few of them are needed, and soon
     */
    CompiledClasses classes(Edition edition, boolean few) {
        if (folder == null) {
            return RuleCompiler.compile(edition).compiled();
        }
        String known = keys.get(edition.hash());
        String key = known != null ? known : key(edition.sources());
        Optional<ByteBuffer> file =
                few ? compiled().map(key) : compiled().read(key).map(ByteBuffer::wrap);
        return file.flatMap(CompiledFile::read).map(Compilation::compiled).orElseGet(() -> compile(edition, key));
    }

    /** Compiles what has changed since an edition with the same declarations was last compiled. */
    private CompiledClasses compile(Edition edition, String key) {
        KeptFiles files = compiled();
        KeptFiles lasts = new KeptFiles(folder, ".last");
        String declarations = key(new EditionText(edition).declarations());
        Compilation before = lasts.read(declarations)
                .map(last -> new String(last, StandardCharsets.UTF_8))
                .filter(last -> last.matches("[0-9a-f]{64}"))
                .flatMap(files::read)
                .map(ByteBuffer::wrap)
                .flatMap(CompiledFile::read)
                .orElse(null);
        Compilation compiled = RuleCompiler.compile(edition, before);
        if (compiled.isWhole()) {
            files.write(key, CompiledFile.of(compiled));
            lasts.write(declarations, key.getBytes(StandardCharsets.UTF_8));
        }
        return compiled.compiled();
    }

    private static String key(String made) {
        return Keys.hash(Build.version() + " " + FORM + " " + Build.drools() + " " + Runtime.version() + "\0" + made);
    }

    private static String key(Map<String, String> sources) {
        StringBuilder made = new StringBuilder();
        new TreeMap<>(sources)
                .forEach((name, text) ->
                        made.append(name).append('\0').append(text).append('\0'));
        return key(made.toString());
    }

    private KeptFiles compiled() {
        return new KeptFiles(folder, ".rules");
    }
}
