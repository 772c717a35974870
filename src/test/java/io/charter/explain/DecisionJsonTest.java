package io.charter.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions written at once are the text of the plain data that is made of them. */
class DecisionJsonTest {

    private static final Charter CHARTER = TestRules.charter();

    @ParameterizedTest
    @EnumSource(Explaining.class)
    void theLineIsThatOfTheData(Explaining wanted) {
        Scenarios.all(CHARTER).forEach((name, data) -> {
            DecisionDocument document = decided(data, wanted);
            if (document != null) {
                assertThat(DecisionJson.line(document)).as(name).isEqualTo(JsonText.line(DecisionData.of(document)));
            }
        });
    }

    /** Some fixtures hold scenarios that cannot be decided. */
    private static DecisionDocument decided(java.util.Map<String, Object> data, Explaining wanted) {
        try {
            Scenario scenario = Scenarios.read(CHARTER, data);
            return CHARTER.decide(scenario, "fr", Deciding.DROOLS, wanted);
        } catch (CharterException e) {
            return null;
        }
    }
}
