package io.charter.whatif;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.derivation.Derivations;
import io.charter.explain.Decision;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.whynot.WhyNot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A benchmark, run by {@code -Dcharter.benchmark=true}: what explaining costs beside deciding, warm, on the largest scenario of
 * {@code fixtures/world}. It prints the median and the most of each, in milliseconds and in decisions of that scenario.
 */
@EnabledIfSystemProperty(named = "charter.benchmark", matches = "true")
class CostOfExplainingTest {

    private static final int WARM_UP = 20;

    private final Charter charter = TestRules.charter();

    @Test
    void costs() {
        Scenario scenario = TestRules.files(Path.of("fixtures", "world"), ".json").stream()
                .map(this::read)
                .max(Comparator.comparingInt(s -> s.known().size()))
                .orElseThrow();
        String language = scenario.edition().languages().get(0);
        List<Decision> decisions = charter.decide(scenario).decisions();
        List<Long> deciding = times(WARM_UP, decisions, d -> charter.decide(scenario));
        List<Long> reasons =
                times(3, decisions, d -> charter.reasons(scenario, language).whole(d.key()));
        Derivations derivations = charter.derive(scenario, Deciding.DROOLS);
        List<Long> whyNot = times(
                3,
                allOthers(scenario, decisions),
                a -> WhyNot.ask(derivations, a.question(), a.subject(), a.outcome()));
        List<Decision> some = new ArrayList<>(decisions);
        Collections.shuffle(some, new java.util.Random(1));
        List<Long> how = times(
                1,
                some.subList(0, 20),
                d -> charter.how(scenario, d.question(), d.subject(), other(scenario, d), 1, false, List.of(), 1_000));
        long base = median(deciding);
        System.out.printf("decide: %.1f ms%n", base / 1e6);
        tell("explain", reasons, base);
        tell("explain --not", whyNot, base);
        tell("how, at most 1,000 trials", how, base);
    }

    private Scenario read(Path file) {
        return Scenarios.read(charter, Scenarios.data(file));
    }

    private static String other(Scenario scenario, Decision decision) {
        return scenario.edition().questions().get(decision.question()).outcomes().keySet().stream()
                .filter(o -> !o.equals(decision.outcome()))
                .findFirst()
                .orElse(decision.outcome());
    }

    private record Asked(String question, String subject, String outcome) {}

    /** Every outcome that some decision has not. */
    private static List<Asked> allOthers(Scenario scenario, List<Decision> decisions) {
        return decisions.stream()
                .flatMap(d -> scenario.edition().questions().get(d.question()).outcomes().keySet().stream()
                        .filter(outcome -> !outcome.equals(d.outcome()))
                        .map(outcome -> new Asked(d.question(), d.subject(), outcome)))
                .toList();
    }

    private static <T> List<Long> times(int rounds, List<T> decisions, java.util.function.Function<T, ?> work) {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            times.clear();
            for (T decision : decisions) {
                Supplier<?> one = () -> work.apply(decision);
                long start = System.nanoTime();
                one.get();
                times.add(System.nanoTime() - start);
                if (rounds == WARM_UP && times.size() == 5) {
                    break;
                }
            }
        }
        return times;
    }

    private static void tell(String what, List<Long> times, long base) {
        System.out.printf(
                "%s: median %.1f ms (%.1f decisions), most %.1f ms (%.1f decisions)%n",
                what,
                median(times) / 1e6,
                (double) median(times) / base,
                Collections.max(times) / 1e6,
                (double) Collections.max(times) / base);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
