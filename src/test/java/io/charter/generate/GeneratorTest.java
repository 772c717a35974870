package io.charter.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.reference.Evaluator;
import io.charter.reference.Observer;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the generated scenarios reach: every outcome of every question, and every constraint of every rule both ways. A few ways need so
 * much to come together that only some tens of thousands of scenarios reach them; {@code charter.generated} says how many are made
 * at most, and from 20,000 on all but three have to be reached. What was reached goes to {@code target/generator.txt}.
 */
class GeneratorTest {

    private static final Charter CHARTER = TestRules.charter();
    private static final int MOST = Integer.getInteger("charter.generated", 4000);
    /** From how many scenarios on nothing may be missing; of fewer, one way in a hundred may. */
    private static final int LONG_RUN = 20_000;

    private static final long SEED = Long.getLong("charter.seed", 2);
    private static final int TOGETHER = 250;

    /**
     * What no scenario reaches, and why. The dates among it are asked for all the same: they show that a rule looks back only, and
     * check refuses it without them.
     */
    private static final Map<String, String> NEVER = Map.of(
            "a removal of a member by the Chairman that is not vetoed takes effect: not VetoReached( day == $on ) fails",
            "the removal says the day",
            "vetoes by two thirds of the voting members annul a removal: ValidVeto( day == $day ) fails",
            "the removal says the day",
            "a membership ends with the term: not Exempt( since < $on ) fails",
            "who is exempt joined in the first year, before any term ends",
            "a membership ends with the term: not Removed( on < $on ) fails",
            "who is removed was in its term on the day before",
            "a membership ends with the Board: Spell( since < $on ) fails",
            "a membership begins before the Board's end, or not at all",
            "a membership ends with the Board: not Removed( on < $on ) fails",
            "from the Board's end on nobody is on the rolls to be removed");

    static Set<String> editions() {
        return CHARTER.editions();
    }

    @Test
    void theSameSeedGivesTheSameScenarios() {
        for (String id : CHARTER.editions()) {
            Generator one = new Generator(CHARTER.edition(id), 7);
            Generator other = new Generator(CHARTER.edition(id), 7);
            for (int i = 0; i < 20; i++) {
                assertThat(JsonText.line(one.next("a"))).isEqualTo(JsonText.line(other.next("a")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void reachesEveryOutcomeAndEveryConstraintBothWays(String id) throws IOException {
        Edition edition = CHARTER.edition(id);
        Evaluator evaluator = new Evaluator(edition);
        Generator generator = new Generator(edition, SEED);
        Map<Constraint, List<String>> ways = ways(edition);
        Set<String> outcomes = outcomes(edition);
        Set<String> open = ConcurrentHashMap.newKeySet();
        open.addAll(outcomes);
        ways.values().forEach(open::addAll);
        int all = open.size();
        Set<String> never = new TreeSet<>(NEVER.keySet());
        never.retainAll(open);
        int made = 0;
        long facts = 0;
        while (made < MOST && !never.containsAll(open)) {
            List<Scenario> scenarios = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                scenarios.add(Scenarios.read(CHARTER, generator.next("generated-" + ++made)));
            }
            facts += scenarios.stream().mapToInt(s -> s.facts().size()).sum();
            scenarios.parallelStream().forEach(scenario -> reach(scenario, evaluator, ways, open));
        }
        Set<String> missing = new TreeSet<>(open);
        missing.removeAll(never);
        report(
                id,
                List.of(
                        made + " scenarios of " + facts / made + " facts each, seed " + SEED,
                        outcomes.stream().filter(o -> !open.contains(o)).count() + " of " + outcomes.size()
                                + " outcomes",
                        ways.size() + " constraints, "
                                + (all
                                        - outcomes.size()
                                        - open.stream()
                                                .filter(o -> !outcomes.contains(o))
                                                .count()) + " of " + 2 * ways.size() + " ways, " + never.size()
                                + " of which none reaches",
                        "missing: " + missing));
        assertThat(missing).hasSizeLessThanOrEqualTo(made < LONG_RUN ? all / 100 : 0);
        assertThat(open).as("what is said never to be reached").containsAll(never);
    }

    private static void reach(
            Scenario scenario, Evaluator evaluator, Map<Constraint, List<String>> ways, Set<String> open) {
        Map<Constraint, boolean[]> seen = new IdentityHashMap<>();
        Observer observer = (rule, constraint, holds) ->
                seen.computeIfAbsent(constraint, k -> new boolean[2])[holds ? 0 : 1] = true;
        evaluator.run(scenario, observer).facts().stream()
                .filter(fact -> fact.type().answers() != null)
                .forEach(fact -> open.remove(
                        fact.question() + "." + fact.type().answers().outcome()));
        seen.forEach((constraint, both) -> {
            for (int i = 0; i < 2; i++) {
                if (both[i]) {
                    open.remove(ways.get(constraint).get(i));
                }
            }
        });
    }

    private static Set<String> outcomes(Edition edition) {
        Set<String> outcomes = new TreeSet<>();
        edition.questions()
                .values()
                .forEach(question ->
                        question.outcomes().keySet().forEach(outcome -> outcomes.add(question.name() + "." + outcome)));
        return outcomes;
    }

    /** For each constraint, the names of its two ways. */
    private static Map<Constraint, List<String>> ways(Edition edition) {
        Map<Constraint, List<String>> ways = new IdentityHashMap<>();
        for (Rule rule : edition.rules()) {
            Map<String, Integer> alike = new HashMap<>();
            for (Condition condition : rule.when()) {
                String type = condition.pattern().type().name();
                String where = rule.name() + ": " + (condition instanceof Condition.Absent ? "not " : "") + type;
                List<Constraint> constraints =
                        new ArrayList<>(condition.pattern().constraints());
                if (condition instanceof Condition.Accumulation accumulation) {
                    constraints.addAll(accumulation.constraints());
                }
                for (Constraint constraint : constraints) {
                    String name = where + "( " + constraint + " )";
                    int number = alike.merge(name, 1, Integer::sum);
                    String told = name + (number == 1 ? "" : " again (" + number + ")");
                    ways.put(constraint, List.of(told + " holds", told + " fails"));
                }
            }
        }
        return Collections.unmodifiableMap(ways);
    }

    private static synchronized void report(String edition, List<String> lines) throws IOException {
        REPORTED.put(edition, edition + "\n  " + String.join("\n  ", lines));
        Files.writeString(Path.of("target", "generator.txt"), String.join("\n", REPORTED.values()) + "\n");
    }

    private static final Map<String, String> REPORTED = new LinkedHashMap<>();
}
