package io.charter.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a decision says of its own ground holds: of every decision of every fixture, of generated scenarios, of examples. */
class ReasonsTest {

    private static final double LEAST_NEEDED = 0.98;

    private final Charter charter = TestRules.charter();
    private final Map<String, Map<String, Object>> scenarios = Scenarios.all(charter);

    @Test
    void theFactsReachedFromADecisionAreEnoughForIt() {
        Queue<String> unfaithful = new ConcurrentLinkedQueue<>();
        scenarios.entrySet().parallelStream().forEach(entry -> {
            DecisionDocument document = decide(entry.getValue());
            Map<Set<String>, DecisionDocument> again = new HashMap<>();
            for (Decision decision : document.decisions()) {
                DecisionDocument reduced = again.computeIfAbsent(
                        reached(document, decision), facts -> decideOrNull(only(entry.getValue(), facts)));
                Decision found = find(reduced, decision);
                if (found == null || !same(decision, found)) {
                    unfaithful.add(entry.getKey() + " " + decision.key() + ": " + decision.outcome()
                            + decision.details() + " became "
                            + (found == null ? "none" : found.outcome() + found.details()));
                }
            }
        });
        assertThat(unfaithful).isEmpty();
    }

    @Test
    void takingAwayACitedFactChangesTheDecision() {
        Queue<String> notNeeded = new ConcurrentLinkedQueue<>();
        LongAdder cited = new LongAdder();
        scenarios.entrySet().parallelStream().forEach(entry -> {
            DecisionDocument document = decide(entry.getValue());
            Map<Set<String>, DecisionDocument> again = new HashMap<>();
            for (Decision decision : document.decisions()) {
                Set<String> reached = reached(document, decision);
                for (String fact : decision.uses()) {
                    cited.increment();
                    Set<String> others = new LinkedHashSet<>(reached);
                    others.remove(fact);
                    DecisionDocument reduced =
                            again.computeIfAbsent(others, facts -> decideOrNull(only(entry.getValue(), facts)));
                    Decision without = find(reduced, decision);
                    if (without != null && same(decision, without)) {
                        notNeeded.add(entry.getKey() + " " + decision.key() + " " + decision.outcome()
                                + " does not need " + fact);
                    }
                }
            }
        });
        String list = notNeeded.stream().sorted().collect(Collectors.joining("\n"));
        report(cited + " facts cited, " + (cited.sum() - notNeeded.size()) + " of them needed\n" + list + "\n");
        assertThat((double) (cited.sum() - notNeeded.size()) / cited.sum())
                .as(list)
                .isGreaterThanOrEqualTo(LEAST_NEEDED);
    }

    @Test
    void decisionsDoNotRelyOnThemselves() {
        scenarios.values().forEach(data -> {
            DecisionDocument document = decide(data);
            Map<String, List<String>> relies = new LinkedHashMap<>();
            document.decisions().forEach(d -> relies.put(d.key(), d.reliesOn()));
            relies.keySet().forEach(key -> {
                Set<String> seen = new HashSet<>();
                List<String> open = new ArrayList<>(relies.get(key));
                while (!open.isEmpty()) {
                    String next = open.remove(0);
                    assertThat(relies).containsKey(next);
                    assertThat(next).isNotEqualTo(key);
                    if (seen.add(next)) {
                        open.addAll(relies.get(next));
                    }
                }
            });
        });
    }

    @Test
    void everyDetailStandsInTheReason() {
        List<String> missing = new ArrayList<>();
        scenarios.forEach((name, data) -> {
            Scenario scenario = Scenarios.read(charter, data);
            for (String language : scenario.edition().languages()) {
                for (Decision decision : charter.decide(scenario, language).decisions()) {
                    assertThat(decision.because()).matches("(?s)\\P{Ll}.*\\.");
                    decision.details().forEach((detail, value) -> {
                        String shown = shown(value, Language.of(language));
                        if (shown != null && !decision.because().contains(shown)) {
                            missing.add(language + " " + name + " " + decision.key() + ": no " + detail + " " + shown
                                    + " in: " + decision.because());
                        }
                    });
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    /** How a sentence has to write a detail; null for flags and for values that are words of the rules. */
    private static String shown(Object value, Language language) {
        if (value instanceof LocalDate date) {
            return language.date(date);
        }
        if (value instanceof BigDecimal amount) {
            return language.number(amount);
        }
        if (value instanceof Long count) {
            return language.number(BigDecimal.valueOf(count));
        }
        return value instanceof String text && !text.matches("[a-z_]+") ? text : null;
    }

    /** The figures, for whoever wants to see more than that they pass. */
    private static void report(String text) {
        try {
            Files.writeString(Path.of("target", "reasons.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DecisionDocument decide(Map<String, Object> data) {
        return charter.decide(Scenarios.read(charter, data));
    }

    /** Null where the scenario is none without what was taken away: a reference that points nowhere. */
    private DecisionDocument decideOrNull(Map<String, Object> data) {
        try {
            return charter.decide(charter.read(JsonText.line(data)));
        } catch (CharterException e) {
            assertThat(e.problems()).allSatisfy(p -> assertThat(p.code()).isEqualTo("dangling_reference"));
            return null;
        }
    }

    private static Decision find(DecisionDocument document, Decision like) {
        return document == null
                ? null
                : document.decisions().stream()
                        .filter(d -> d.key().equals(like.key()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean same(Decision one, Decision other) {
        return one.outcome().equals(other.outcome()) && one.details().equals(other.details());
    }

    private static Set<String> reached(DecisionDocument document, Decision decision) {
        Map<String, Decision> byKey = new LinkedHashMap<>();
        document.decisions().forEach(d -> byKey.put(d.key(), d));
        Set<String> facts = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        List<Decision> open = new ArrayList<>(List.of(decision));
        while (!open.isEmpty()) {
            Decision next = open.remove(open.size() - 1);
            if (seen.add(next.key())) {
                facts.addAll(next.uses());
                next.reliesOn().forEach(key -> open.add(byKey.get(key)));
            }
        }
        return facts;
    }

    /** The scenario with these facts alone. */
    private static Map<String, Object> only(Map<String, Object> data, Set<String> pointers) {
        Map<?, ?> facts = (Map<?, ?>) data.get("facts");
        Map<String, Object> kept = new LinkedHashMap<>();
        facts.forEach((type, list) -> {
            List<Object> some = new ArrayList<>();
            for (int i = 0; i < ((List<?>) list).size(); i++) {
                if (pointers.contains("/facts/" + type + "/" + i)) {
                    some.add(((List<?>) list).get(i));
                }
            }
            if (!some.isEmpty()) {
                kept.put((String) type, some);
            }
        });
        Map<String, Object> reduced = new LinkedHashMap<>(data);
        reduced.put("facts", kept);
        return reduced;
    }
}
