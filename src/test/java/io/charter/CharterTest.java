package io.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.charter.explain.DecisionDocument;
import io.charter.generate.Generator;
import io.charter.scenario.Scenario;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The library as an engineer uses it. */
class CharterTest {

    private static final String EDITION = "draft-2026-01";

    @Test
    void threeLinesDecideAScenario() {
        Charter charter = Charter.load(Path.of("rules"));
        DecisionDocument decided = charter.decide(
                "{\"id\": \"x\", \"edition\": \"draft-2026-01\", \"asOf\": \"2026-01-19\", \"facts\": {}}");
        assertThat(decided.decisions())
                .extracting(d -> d.key() + " " + d.outcome())
                .containsExactly("chairmanship:chair named", "official_status:charter not_official");
    }

    @Test
    void oneInstanceServesManyThreads() throws Exception {
        Charter charter = Charter.load(TestRules.RULES, TestRules.CACHE);
        Generator generator = new Generator(charter.edition(EDITION), 5);
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            scenarios.add(JsonText.line(generator.next("g" + i)));
        }
        List<DecisionDocument> alone = scenarios.stream().map(charter::decide).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<DecisionDocument>> together = new ArrayList<>();
            for (String scenario : scenarios) {
                together.add(pool.submit(() -> charter.decide(scenario)));
            }
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aThreadWithAForeignClassLoaderDecidesToo() throws Exception {
        List<Integer> decided = new ArrayList<>();
        Thread thread = new Thread(() -> decided.add(Charter.load(TestRules.RULES, TestRules.CACHE)
                .decide("{\"id\": \"x\", \"edition\": \"draft-2026-01\", \"asOf\": \"2026-01-19\", \"facts\": {}}")
                .decisions()
                .size()));
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        thread.join();
        assertThat(decided).containsExactly(2);
    }

    @Test
    void everyProblemOfAScenarioIsCarried() {
        assertThatThrownBy(
                        () -> TestRules.charter()
                                .decide(
                                        "{\"id\": \"x\", \"edition\": \"draft-2026-01\", \"asOf\": \"2026-01-32\", \"facts\": {\"Vote\": 1}}"))
                .isInstanceOfSatisfying(
                        CharterException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.pointer())
                                .containsExactly("/asOf", "/facts/Vote"));
    }

    @Test
    void sentencesComeInTheLanguageAskedFor() {
        Scenario scenario = TestRules.charter()
                .read("{\"id\": \"x\", \"edition\": \"draft-2026-01\", \"asOf\": \"2026-01-19\", \"facts\": {}}");
        assertThat(TestRules.charter().decide(scenario, "fr").decisions().get(1).because())
                .isEqualTo("0 État membre a approuvé les statuts ; il en manque 3.");
        assertThatThrownBy(() -> TestRules.charter().decide(scenario, "es")).hasMessageContaining("speaks en, fr");
    }
}
