package io.charter.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.testing.Flips;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edits of one fact that change a decision, and whether the answer to "why not as before?" finds the edit. How many cases an
 * edition gets is set by {@code charter.cases}, their seed by {@code charter.seed}.
 */
class WhyNotCasesTest {

    private static final int CASES = Integer.getInteger("charter.cases", 60);
    private static final long SEED = Long.getLong("charter.seed", 6);

    private final Charter charter = TestRules.charter();

    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void theFirstThreeWaysNameTheEdit(String edition) {
        Flips flips = new Flips(charter, edition, SEED);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Flips.Flip flip = flips.next();
            List<Way> ways = WhyNot.ask(
                    charter.derive(flips.read(flip.edited()), Deciding.REFERENCE),
                    flip.question(),
                    flip.subject(),
                    flip.oldOutcome());
            if (ways.stream().limit(3).noneMatch(way -> names(way, flip))) {
                missed.add(
                        flip.question() + ":" + flip.subject() + " " + flip.newOutcome() + " not " + flip.oldOutcome()
                                + ", edit of " + (flip.pointer() == null ? flip.type() + " taken away" : flip.pointer())
                                + ", was "
                                + flip.undo() + "\n    " + JsonText.line(flip.edited()) + "\n" + told(ways));
            }
        }
        System.out.println(edition + ": " + (CASES - missed.size()) + " of " + CASES);
        if (Boolean.getBoolean("charter.told")) missed.forEach(System.out::println);
        assertThat(missed).hasSizeLessThanOrEqualTo(CASES / 20);
    }

    private static boolean names(Way way, Flips.Flip flip) {
        return way.fails().stream()
                .anyMatch(f -> flip.pointer() == null
                        ? f.lacks() != null && f.lacks().type().name().equals(flip.type())
                        : f.facts().stream().anyMatch(fact -> fact.pointer().equals(flip.pointer())));
    }

    private static String told(List<Way> ways) {
        StringBuilder told = new StringBuilder();
        for (Way way : ways.subList(0, Math.min(4, ways.size()))) {
            told.append("  way ")
                    .append(way.distance())
                    .append(' ')
                    .append(way.rule().name())
                    .append('\n');
            for (Finding f : way.findings()) {
                told.append("    ")
                        .append(f.why())
                        .append(' ')
                        .append(f.condition())
                        .append(" [")
                        .append(f.left())
                        .append(" vs ")
                        .append(f.right())
                        .append("] ")
                        .append(f.facts().stream()
                                .map(x -> x.pointer())
                                .limit(6)
                                .toList())
                        .append(
                                f.lacks() == null
                                        ? ""
                                        : " lacks " + f.lacks().type().name()
                                                + f.lacks().values())
                        .append('\n');
            }
        }
        return told.toString();
    }
}
