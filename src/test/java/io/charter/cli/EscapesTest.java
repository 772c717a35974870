package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Rules that try to do something else than say law: each is refused at its place, by whatever command, and nothing of it is done. */
class EscapesTest {

    private static final Path BROKEN = TestRules.FIXTURES.resolve("broken");
    private static final Path ESCAPES = BROKEN.resolve("escapes");
    private static final String SCENARIO = "src/test/resources/io/charter/a-season-of-the-club.json";
    /** What the escapes would leave behind. */
    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "charter-escape");

    private static final String PROPERTY = "charter.escape";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> escapes() throws IOException {
        Files.deleteIfExists(FILE);
        System.clearProperty(PROPERTY);
        List<Path> expected = TestRules.files(ESCAPES, "expected.txt");
        assertThat(expected).hasSizeGreaterThanOrEqualTo(150);
        return expected.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName().toString(),
                        () -> assertTimeoutPreemptively(Duration.ofMinutes(1), () -> escape(file))));
    }

    private void escape(Path expected) throws IOException {
        Path copy = copyOfBase(expected.getParent().getFileName().toString());
        TestRules.copy(expected.getParent(), copy);
        refused(copy, Files.readString(expected));
    }

    private Path copyOfBase(String name) {
        Path copy = folder.resolve(name);
        TestRules.copy(BROKEN.resolve("rules").resolve("base"), copy);
        return copy;
    }

    private static void refused(Path rules, String expected) {
        Run check = Run.of("check", rules.toString());
        assertThat(check.err().replace(rules + "/", "")).isEqualTo(expected);
        assertThat(check.status()).isEqualTo(Exit.SHORT);
        assertThat(check.out()).isEmpty();
        Run decide = decide(rules);
        assertThat(decide.err().replace(rules + "/", "")).isEqualTo(expected.replaceFirst("\\d+ faults?\n$", ""));
        assertThat(decide.status()).isEqualTo(Exit.SHORT);
        assertThat(decide.out()).doesNotContain("decisions");
        assertThat(FILE).doesNotExist();
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    private static Run decide(Path rules) {
        return Run.of("decide", "--rules", rules.toString(), "--format", "json", SCENARIO);
    }

    @Test
    void theScenarioIsDecidedByTheRulesBeneath() {
        Run decide = decide(copyOfBase("base"));
        assertThat(decide.err()).isEmpty();
        assertThat(decide.status()).isEqualTo(Exit.DONE);
    }

    @Test
    void noLinkLeadsOutOfTheRuleSet() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.drl"), "package chess_club\n");
        for (String file :
                List.of("vocabulary.drl", "names.yaml", "club-2026/edition.yaml", "club-2026/c3-season.drl")) {
            Path copy = copyOfBase(file.replace('/', '-'));
            Files.delete(copy.resolve(file));
            Files.createSymbolicLink(copy.resolve(file), outside);
            assertThat(Run.of("check", copy.toString()).err().replace(copy + "/", ""))
                    .startsWith(file + ": this file stands outside the rule set; copy it into it\n");
            assertThat(decide(copy).status()).isEqualTo(Exit.SHORT);
        }
    }

    @Test
    void aFolderIsNoRuleFile() throws IOException {
        Path copy = copyOfBase("folder");
        Files.createDirectory(copy.resolve("club-2026/c4-boards.drl"));
        refused(copy, "club-2026/c4-boards.drl: this is no file\n1 fault\n");
    }
}
