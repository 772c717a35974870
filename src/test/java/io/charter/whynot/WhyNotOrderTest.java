package io.charter.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.ReasonTrees;
import io.charter.report.WaysData;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.testing.TestRules;
import io.charter.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer is the same whichever engine derived the facts, and in whatever order. */
class WhyNotOrderTest {

    private final Charter charter = TestRules.charter();

    @ParameterizedTest
    @CsvSource({
        "world/2026-02-19-the-first-meeting-finds-twenty-two-members.json",
        "draft-2026-01/a3-ballot/a-tie-is-rejected.json",
        "signed-2026-01-22/art-02-removal/two-of-three-members-can-veto-a-removal.json"
    })
    void bothEnginesGiveTheSameAnswer(Path fixture) {
        ScenarioFiles.read(TestRules.FIXTURES.resolve(fixture), item -> {
            Scenario scenario = charter.read(item.node(), Overrides.NONE);
            ReasonTrees one = ReasonTrees.of(charter.derive(scenario, Deciding.DROOLS), Language.of("en"));
            ReasonTrees other = ReasonTrees.of(charter.derive(scenario, Deciding.REFERENCE), Language.of("en"));
            for (String key : one.keys().stream().limit(6).toList()) {
                String outcome = one.answer(key).type().answers().outcome();
                scenario.edition().questions().get(one.answer(key).question()).outcomes().keySet().stream()
                        .filter(not -> !not.equals(outcome))
                        .limit(2)
                        .forEach(not -> assertThat(WaysData.text(Otherwise.ask(one, key, not)))
                                .isEqualTo(WaysData.text(Otherwise.ask(other, key, not))));
            }
        });
    }
}
