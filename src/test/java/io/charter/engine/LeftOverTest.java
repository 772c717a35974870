package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.reference.Checker;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Drools 10.2.0 leaves a derived fact behind when a chain of facts that rest on each other is withdrawn while it grows: here the
 * third of three renewals of a term, whose ground falls when an earlier entry into force is found. {@code --verify} found it among
 * generated scenarios; the engine takes such facts back.
 */
class LeftOverTest {

    private final Charter charter = TestRules.charter();

    @Test
    void whatDroolsLeavesBehindIsTakenBack() {
        Scenario scenario =
                Scenarios.read(charter, Scenarios.data(Path.of("src/test/resources/io/charter/engine/left-over.json")));
        assertThat(Checker.faults(charter.derive(scenario, Deciding.DROOLS))).isEmpty();
        assertThat(charter.decide(scenario, "en", Deciding.VERIFIED))
                .isEqualTo(charter.decide(scenario, "en", Deciding.REFERENCE));
    }
}
