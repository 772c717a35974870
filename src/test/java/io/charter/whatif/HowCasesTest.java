package io.charter.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.Decision;
import io.charter.reference.Evaluator;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.testing.Flips;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.NodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edits of one fact that change a decision, undone: a way back is found that is no longer than the edit, and its patch, applied by
 * another's library, gives the outcome. Where it is said that there is no way with one change, trying all that comes to mind
 * finds none either. How many cases an edition gets is set by {@code charter.cases} and {@code charter.brute}, their seed by
 * {@code charter.seed}; the figures go to {@code target/how.txt}.
 */
class HowCasesTest {

    private static final int CASES = Integer.getInteger("charter.cases", 12);
    private static final int BRUTE = Integer.getInteger("charter.brute", 1);
    private static final long SEED = Long.getLong("charter.seed", 6);

    private final Charter charter = TestRules.charter();

    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void thereIsAWayNoLongerThanTheEditAndEveryPatchWorks(String edition) throws IOException {
        Flips flips = new Flips(charter, edition, SEED);
        List<String> missed = new ArrayList<>();
        int patches = 0;
        for (int i = 0; i < CASES; i++) {
            Flips.Flip flip = flips.next();
            Scenario scenario = flips.read(flip.edited());
            Remedies found = charter.how(
                    scenario, flip.question(), flip.subject(), flip.oldOutcome(), 1, false, List.of(), 100_000);
            if (found.ways().isEmpty()) {
                missed.add(told(flip));
            }
            for (Remedy way : found.ways()) {
                assertThat(way.changes()).hasSize(1);
                assertThat(outcome(patched(flip.edited(), way.patch()), flip.question(), flip.subject()))
                        .as(way.patch() + " for " + told(flip))
                        .isEqualTo(flip.oldOutcome());
                patches++;
            }
        }
        note(edition + ": a way in " + (CASES - missed.size()) + " of " + CASES + " cases, " + patches
                + " patches work");
        assertThat(missed).isEmpty();
    }

    private static void note(String line) throws IOException {
        Path file = Path.of("target", "how.txt");
        Files.writeString(
                file, line + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    private static String told(Flips.Flip flip) {
        return flip.question() + ":" + flip.subject() + " " + flip.newOutcome() + " to " + flip.oldOutcome() + ", "
                + (flip.pointer() == null ? flip.type() + " taken away" : flip.pointer()) + ", was " + flip.undo()
                + "\n    " + JsonText.line(flip.edited());
    }

    private static String patched(Map<String, Object> scenario, Patch patch) throws IOException {
        ObjectMapper json = new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        JsonNode after = JsonPatch.apply(
                json.readTree(JsonText.line(patch.operations())), json.readTree(JsonText.line(scenario)));
        return after.toString();
    }

    private String outcome(String scenario, String question, String subject) {
        return charter
                .decide(charter.read(NodeReader.json("patched", 0, scenario), Overrides.NONE), "en", Deciding.REFERENCE)
                .decisions()
                .stream()
                .filter(d -> d.question().equals(question) && d.subject().equals(subject))
                .map(Decision::outcome)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void whereThereIsSaidToBeNoWayNoneIsFoundByTryingAll(String edition) throws IOException {
        Flips flips = new Flips(charter, edition, SEED + 1);
        Evaluator evaluator = new Evaluator(charter.edition(edition));
        Random random = new Random(SEED);
        int cases = 0;
        long tried = 0;
        while (cases < BRUTE) {
            Scenario scenario = flips.read(flips.next().edited());
            List<Decision> decisions =
                    charter.decide(scenario, "en", Deciding.REFERENCE).decisions();
            Decision decision = decisions.get(random.nextInt(decisions.size()));
            List<String> outcomes = new ArrayList<>(charter.edition(edition)
                    .questions()
                    .get(decision.question())
                    .outcomes()
                    .keySet());
            outcomes.remove(decision.outcome());
            if (outcomes.isEmpty()) {
                continue;
            }
            String wanted = outcomes.get(random.nextInt(outcomes.size()));
            Remedies found = charter.how(
                    scenario, decision.question(), decision.subject(), wanted, 1, true, List.of(), 1_000_000);
            if (!found.ways().isEmpty()) {
                continue;
            }
            assertThat(found.exhaustive()).isTrue();
            cases++;
            Trials trials = new Trials(evaluator, scenario, decision.question(), decision.subject());
            for (Change change : BruteForce.changes(scenario)) {
                tried++;
                if (wanted.equals(trials.attempt(change).outcome())) {
                    Patch patch = Patch.of(List.of(change), scenario);
                    assertThat(valid(patched(plain(scenario), patch)))
                            .as(decision.key() + " to " + wanted + ": " + patch + " in "
                                    + JsonText.line(plain(scenario)))
                            .isFalse();
                }
            }
        }
        note(edition + ": no way in " + cases + " cases, and none among " + tried + " changes tried");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(Scenario scenario) {
        return (Map<String, Object>) scenario.document().plain();
    }

    private boolean valid(String scenario) {
        try {
            charter.read(NodeReader.json("patched", 0, scenario), Overrides.NONE);
            return true;
        } catch (CharterException e) {
            return false;
        }
    }
}
