package io.charter.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.DecisionDocument;
import io.charter.generate.Generator;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The days found are those on which deciding every single day finds a change. How many generated scenarios an edition gets is set
 * by {@code charter.cases}, their seed by {@code charter.seed}.
 */
class TimelineTest {

    private static final int CASES = Integer.getInteger("charter.cases", 3);
    private static final long SEED = Long.getLong("charter.seed", 6);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 12, 31);

    private final Charter charter = TestRules.charter();

    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void theDaysAreThoseOfDecidingEveryDay(String edition) {
        Generator generator = new Generator(charter.edition(edition), SEED);
        for (int i = 0; i < CASES; i++) {
            Map<String, Object> data = generator.next("timeline-" + i);
            Scenario scenario = Scenarios.read(charter, data);
            assertThat(charter.timeline(scenario, FIRST, LAST, "en").stream()
                            .map(DecisionDocument::asOf)
                            .toList())
                    .as(JsonText.line(data))
                    .isEqualTo(everyDay(scenario));
        }
    }

    private List<LocalDate> everyDay(Scenario scenario) {
        List<LocalDate> days = new ArrayList<>();
        DecisionDocument before = null;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            DecisionDocument now = charter.decide(Timeline.on(scenario, day), "en", Deciding.REFERENCE);
            if (before == null || !before.sameAnswers(now)) {
                days.add(day);
            }
            before = now;
        }
        return days;
    }
}
