package io.charter.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.TestRules;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fixture, one test a file. */
class FixtureTest {

    private final Fixtures fixtures = new Fixtures(TestRules.charter());

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return TestRules.fixtureFiles().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> passes(file)));
    }

    private void passes(Path file) {
        assertThat(fixtures.run(file))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }
}
