package io.charter.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.reference.Evaluator;
import io.charter.testing.Flips;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HowCasesTest {

    private static final int CASES = Integer.getInteger("charter.cases", 40);
    private static final long SEED = Long.getLong("charter.seed", 6);

    private final Charter charter = TestRules.charter();

    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void thereIsAWayNoLongerThanTheEdit(String edition) {
        Flips flips = new Flips(charter, edition, SEED);
        Evaluator evaluator = new Evaluator(charter.edition(edition));
        List<String> missed = new ArrayList<>();
        long total = 0;
        long most = 0;
        long nanos = 0;
        for (int i = 0; i < CASES; i++) {
            Flips.Flip flip = flips.next();
            How how = new How(evaluator, flip.question(), flip.subject(), flip.oldOutcome(), p -> true, 1_000_000);
            long t = System.nanoTime();
            var remedies = how.find(flips.read(flip.edited()), 1, false, patch -> true);
            List<Remedy> found = remedies.ways();
            nanos += System.nanoTime() - t;
            total += remedies.trials();
            most = Math.max(most, remedies.trials());
            if (found.isEmpty()) {
                missed.add(flip.question() + ":" + flip.subject() + " " + flip.newOutcome() + " to " + flip.oldOutcome()
                        + ", edit of " + (flip.pointer() == null ? flip.type() + " taken away" : flip.pointer())
                        + ", was "
                        + flip.undo() + "\n    " + JsonText.line(flip.edited()));
            }
        }
        System.out.println(edition + ": " + (CASES - missed.size()) + " of " + CASES + ", trials " + total / CASES
                + " at most " + most + ", ms each " + nanos / 1_000_000 / CASES);
        missed.forEach(System.out::println);
        assertThat(missed).isEmpty();
    }
}
