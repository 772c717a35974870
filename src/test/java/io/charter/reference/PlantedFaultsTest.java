package io.charter.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.reference.PlantedFault.Kind;
import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults planted by machine in a copy of the rules, one at a time: both engines give the same wrong answers. By default a few; with
 * {@code -Dcharter.planted=300} until 300 have changed what is decided, and then with a line on each in
 * {@code target/planted-faults.txt}.
 */
class PlantedFaultsTest {

    private static final long SEED = 20260122;
    private static final int SAMPLE = 6;
    private static final int GENERATED = 200;
    private static final int COMPARED = 36;
    private static final int COMPARED_IN_SAMPLE = 10;
    /** Of so many faults, one is compiled with all rules together as well. */
    private static final int WHOLE = 40;

    private static final int TOGETHER = 8;

    @TempDir
    private Path folder;

    @Test
    void bothEnginesGiveTheSameWrongAnswers() throws IOException {
        int wanted = Integer.getInteger("charter.planted", SAMPLE);
        boolean sample = wanted <= SAMPLE;
        long began = System.nanoTime();
        Planting planting = new Planting(
                TestRules.RULES,
                folder,
                TestRules.CACHE,
                sample ? 0 : GENERATED,
                sample ? COMPARED_IN_SAMPLE : COMPARED);
        List<PlantedFault> faults = planting.faults(SEED);
        List<Planting.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < faults.size() && changed(outcomes) < wanted; i += TOGETHER) {
            IntStream.range(i, Math.min(i + TOGETHER, faults.size()))
                    .parallel()
                    .mapToObj(n -> planting.plant(faults.get(n), !sample && n % WHOLE == 0))
                    .toList()
                    .forEach(outcomes::add);
        }
        if (!sample) {
            String summary = summary(outcomes, (System.nanoTime() - began) / 1_000_000_000);
            System.out.println(summary);
            Files.writeString(
                    Path.of("target", "planted-faults.txt"),
                    summary + outcomes.stream().map(Planting.Outcome::shown).collect(Collectors.joining("\n")));
        }
        assertThat(outcomes.stream().filter(o -> !o.differences().isEmpty())).isEmpty();
        assertThat(changed(outcomes)).isGreaterThanOrEqualTo(wanted);
    }

    private static long changed(List<Planting.Outcome> outcomes) {
        return count(outcomes, o -> o.decisions() > 0);
    }

    private static long count(List<Planting.Outcome> outcomes, Predicate<Planting.Outcome> which) {
        return outcomes.stream().filter(which).count();
    }

    private static String summary(List<Planting.Outcome> all, long seconds) {
        StringBuilder summary = new StringBuilder();
        summary.append(String.format(
                "%d faults planted in %d s, seed %d; %d scenarios asked of both engines, %d faults compiled whole as well%n",
                all.size(),
                seconds,
                SEED,
                all.stream().mapToInt(Planting.Outcome::scenarios).sum(),
                count(all, Planting.Outcome::whole)));
        summary.append(String.format(
                "%-20s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                "", "planted", "refused", "accepted", "derive", "decide", "wrong", "broke", "differ"));
        for (Kind kind : Kind.values()) {
            line(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), count(all, kind), summary);
        }
        for (String edition :
                all.stream().map(o -> o.fault().edition()).distinct().sorted().toList()) {
            line(
                    edition,
                    all.stream()
                            .filter(o -> o.fault().edition().equals(edition))
                            .toList(),
                    summary);
        }
        line("all", all, summary);
        return summary.toString();
    }

    private static List<Planting.Outcome> count(List<Planting.Outcome> all, Kind kind) {
        return all.stream().filter(o -> o.fault().kind() == kind).toList();
    }

    /**
     * How many faults were planted, refused by check, and accepted; of those, how many change what is derived and what is decided, give
     * a wrong answer without complaint, make both engines break off, and make them differ.
     */
    private static void line(String name, List<Planting.Outcome> of, StringBuilder summary) {
        summary.append(String.format(
                "%-20s %8d %8d %8d %8d %8d %8d %8d %8d%n",
                name,
                of.size(),
                count(of, o -> !o.accepted()),
                count(of, Planting.Outcome::accepted),
                count(of, o -> o.derivations() > 0),
                count(of, o -> o.decisions() > 0),
                count(of, o -> o.wrong() > 0),
                count(of, o -> o.broke() > 0),
                count(of, o -> !o.differences().isEmpty())));
    }
}
