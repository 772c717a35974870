package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.reference.Checker;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Drools 10.2.0 leaves a derived fact behind when a chain of facts that rest on each other is withdrawn while it grows: here the
 * third of three renewals of a term, whose ground falls when an earlier entry into force is found. {@code --verify} found it among
 * generated scenarios; the engine takes such facts back.
 */
class LeftOverTest {

    private final Charter charter = TestRules.charter();

    private Scenario leftOver() {
        return Scenarios.read(charter, Scenarios.data(Path.of("src/test/resources/io/charter/engine/left-over.json")));
    }

    @Test
    void whatDroolsLeavesBehindIsTakenBack() {
        Scenario scenario = leftOver();
        assertThat(Checker.faults(charter.derive(scenario, Deciding.DROOLS))).isEmpty();
        assertThat(charter.decide(scenario, "en", Deciding.VERIFIED))
                .isEqualTo(charter.decide(scenario, "en", Deciding.REFERENCE));
    }

    @Test
    void theSessionServesTheNextScenarioAsEver() {
        Scenario leftOver = leftOver();
        Scenario earlier = new Scenario(
                leftOver.id(),
                leftOver.title(),
                leftOver.edition(),
                leftOver.asOf().minusYears(1),
                leftOver.facts(),
                leftOver::document);
        for (Scenario scenario : List.of(leftOver, earlier, leftOver, earlier)) {
            assertThat(charter.decide(scenario, "en", Deciding.DROOLS))
                    .isEqualTo(charter.decide(scenario, "en", Deciding.REFERENCE));
        }
    }
}
