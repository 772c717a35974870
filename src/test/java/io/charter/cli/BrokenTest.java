package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Bad scenarios and bad rules: each gives its exact message at its place, its exit status, and no stack trace. */
class BrokenTest {

    private static final Path BROKEN = TestRules.FIXTURES.resolve("broken");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> scenarios() {
        List<Path> expected = TestRules.files(BROKEN.resolve("scenarios"), ".expected");
        assertThat(expected).hasSizeGreaterThanOrEqualTo(40);
        return expected.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> scenario(file)));
    }

    private static void scenario(Path expected) throws IOException {
        String name = expected.getFileName().toString().replace(".expected", "");
        Path file = Stream.of(".json", ".jsonl")
                .map(e -> expected.resolveSibling(name + e))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Run run = Run.of("decide", "--format", "json", file.toString());
        assertThat(run.err().replace(file.toString(), file.getFileName().toString()))
                .isEqualTo(Files.readString(expected));
        assertThat(run.status()).isEqualTo(Exit.UNDECIDED);
        assertThat(run.out()).contains("\"error\"");
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        List<Path> expected = TestRules.files(BROKEN.resolve("rules"), "expected.txt");
        assertThat(expected).hasSizeGreaterThanOrEqualTo(25);
        return expected.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getParent().getFileName().toString(), () -> rules(file)));
    }

    private void rules(Path expected) throws IOException {
        Path copy = folder.resolve(expected.getParent().getFileName().toString());
        TestRules.copy(BROKEN.resolve("rules").resolve("base"), copy);
        TestRules.copy(expected.getParent(), copy);
        Run run = Run.of("check", copy.toString());
        assertThat(run.err().replace(copy + "/", "")).isEqualTo(Files.readString(expected));
        assertThat(run.status()).isEqualTo(Exit.SHORT);
    }

    @Test
    void theRulesBeneathTheBadOnesHaveNoFault() {
        Run run = Run.of("check", BROKEN.resolve("rules").resolve("base").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(Exit.DONE);
    }
}
