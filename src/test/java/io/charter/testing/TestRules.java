package io.charter.testing;

import io.charter.Charter;
import io.charter.rulebook.compile.RuleCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules and fixtures of the project, as tests use them. */
public final class TestRules {

    public static final Path RULES = Path.of("rules");
    public static final Path FIXTURES = Path.of("fixtures");
    public static final RuleCache CACHE = RuleCache.in(Path.of("target", "test-rule-cache"));

    private static final Charter CHARTER = Charter.load(RULES, CACHE);

    private TestRules() {}

    /** The project's own rules. */
    public static Charter charter() {
        return CHARTER;
    }

    /** Every scenario file of the fixtures that decides. */
    public static List<Path> fixtureFiles() {
        return files(FIXTURES, ".json").stream()
                .filter(f -> !f.startsWith(FIXTURES.resolve("broken")) && !f.startsWith(FIXTURES.resolve("schemas")))
                .toList();
    }

    /** The files below a folder with this ending, in order. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a folder. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
