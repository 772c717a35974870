package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.Explaining;
import io.charter.generate.Generator;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the rules alone that can apply to a scenario, the same is decided of it, for the same reasons. */
class ApplicableTest {

    private static final int SCENARIOS = 20;
    private static final Charter CHARTER = TestRules.charter();

    static Set<String> editions() {
        return CHARTER.editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theOtherRulesDoNotMatter(String edition) {
        int left = 0;
        Generator generator = new Generator(CHARTER.edition(edition), 7);
        for (int i = 0; i < SCENARIOS; i++) {
            Scenario scenario = Scenarios.read(CHARTER, generator.next("scenario-" + i));
            String language = scenario.edition().languages().get(0);
            assertThat(CHARTER.decideOnly(scenario, language, Explaining.FULL))
                    .isEqualTo(CHARTER.decide(scenario, language));
            Set<String> applied = CHARTER.derive(scenario, Deciding.DROOLS).facts().stream()
                    .flatMap(fact -> fact.supports().stream())
                    .map(support -> support.rule().name())
                    .collect(Collectors.toSet());
            Set<String> applicable =
                    Applicable.to(scenario).stream().map(rule -> rule.name()).collect(Collectors.toSet());
            assertThat(applicable).containsAll(applied);
            left += scenario.edition().rules().size() - applicable.size();
        }
        assertThat(left).isPositive();
    }
}
