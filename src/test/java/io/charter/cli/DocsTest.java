package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that the program makes are what it prints today. */
class DocsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world.md | decide fixtures/world --format markdown --question entry_into_force,duration,chairmanship,membership,executive_seat,meetings",
                "editions.md | compare fixtures/compare"
            })
    void aPageIsWhatItsCommandPrints(String page, String command) throws IOException {
        String text = Files.readString(Path.of("docs", page));
        assertThat(text).contains("`./charter " + command + "`");
        Run run = Run.of(command.split(" "));
        assertThat(run.status()).isZero();
        assertThat(text).endsWith(run.out());
    }
}
