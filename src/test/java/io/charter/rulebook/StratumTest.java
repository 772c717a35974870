package io.charter.rulebook;

import static io.charter.rulebook.CyclesTest.ANSWERS;
import static io.charter.rulebook.CyclesTest.STEP;
import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.model.Stratum;
import io.charter.testing.TinyRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that rest on each other stand for good, unless one of them rests on there being no other, or so many. */
class StratumTest {

    @TempDir
    private Path folder;

    private Stratum of(String type, String rules) {
        TinyRules.in(folder, DECISIONS + STEP + ANSWERS + rules);
        return Stratum.of(RuleSets.in(folder).read("tiny").edition()).stream()
                .filter(stratum -> stratum.types().contains(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatRestsOnOthersIsNeitherCircularNorWavering() {
        Stratum small = of("Small", "");
        assertThat(small.circular()).isFalse();
        assertThat(small.wavering()).isFalse();
    }

    @Test
    void aRecursionThatOnlyAddsFactsDoesNotWaver() {
        Stratum step = of(
                "Step",
                rule(
                        "a later one of the name",
                        "Thing( $name : name, $on : on ) Step( name == $name, on < $on )",
                        "Step( $name, $on )"));
        assertThat(step.circular()).isTrue();
        assertThat(step.wavering()).isFalse();
    }

    @Test
    void aRecursionThatLooksForWhatIsNotThereWavers() {
        Stratum step = of(
                "Step",
                rule(
                        "the first of the name",
                        "Thing( $name : name, $on : on ) not Step( name == $name, $on > on )",
                        "Step( $name, $on )"));
        assertThat(step.circular()).isTrue();
        assertThat(step.wavering()).isTrue();
    }
}
