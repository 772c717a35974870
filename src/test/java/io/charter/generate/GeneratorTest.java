package io.charter.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.derivation.Premise;
import io.charter.reference.Evaluator;
import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Question;
import io.charter.rulebook.model.Rule;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generated scenarios reach: every outcome of every question, and every constraint of every rule both ways. */
class GeneratorTest {

    private static final Charter CHARTER = TestRules.charter();
    private static final int SCENARIOS = Integer.getInteger("charter.generated", 3000);
    private static final long SEED = Long.getLong("charter.seed", 1);

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
        Map<String, Integer> open = open(edition);
        int all = open.size();
        Map<String, Integer> last = new TreeMap<>();
        int facts = 0;
        long t0 = System.nanoTime(), gen = 0;
        for (int i = 1; i <= SCENARIOS; i++) {
            int number = i;
            long t = System.nanoTime();
            var data = generator.next("generated-" + i);
            gen += System.nanoTime() - t;
            var scenario = Scenarios.read(CHARTER, data);
            facts += scenario.facts().size();
            evaluator
                    .run(scenario, (rule, constraint, holds) -> reached(name(rule, constraint, holds), number, open, last))
                    .facts()
                    .stream()
                    .filter(fact -> fact.type().answers() != null)
                    .forEach(fact -> reached(name(fact), number, open, last));
        }
        System.err.println(id + " " + (System.nanoTime() - t0) / 1_000_000 + " ms, gen " + gen / 1_000_000 + " facts " + facts);
        List<String> lines = new ArrayList<>();
        lines.add(id + ": " + (all - open.size()) + " of " + all + " " + SCENARIOS);
        open.keySet().forEach(o -> lines.add("  " + o));
        last.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(25).forEach(e -> lines.add("   late " + e));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "generator-" + id + ".txt"), String.join("\n", lines));
    }

    private static void reached(String name, int number, Map<String, Integer> open, Map<String, Integer> last) {
        if (open.remove(name) != null) {
            last.put(name, number);
        }
    }

    private static String name(Premise.Derived fact) {
        return fact.question() + "." + fact.type().answers().outcome();
    }

    private static String name(Rule rule, Constraint constraint, boolean holds) {
        return constraint.at() + " " + constraint + (holds ? " holds" : " fails");
    }

    private static Map<String, Integer> open(Edition edition) {
        Map<String, Integer> open = new TreeMap<>();
        for (Question question : edition.questions().values()) {
            question.outcomes().keySet().forEach(outcome -> open.put(question.name() + "." + outcome, 0));
        }
        for (Rule rule : edition.rules()) {
            for (Condition condition : rule.when()) {
                List<Constraint> constraints = new ArrayList<>(condition.pattern().constraints());
                if (condition instanceof Condition.Accumulation a) {
                    constraints.addAll(a.constraints());
                }
                for (Constraint constraint : constraints) {
                    open.put(name(rule, constraint, true), 0);
                    open.put(name(rule, constraint, false), 0);
                }
            }
        }
        return open;
    }
}
