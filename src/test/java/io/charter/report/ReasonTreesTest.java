package io.charter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.Reason;
import io.charter.explain.ReasonTree;
import io.charter.explain.ReasonTrees;
import io.charter.explain.StatedFact;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.testing.TestRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision of many fixtures is told down to the facts of its scenario, each step once, in both languages. */
class ReasonTreesTest {

    private final Charter charter = TestRules.charter();

    /** Every tenth fixture; one of them is of the world, which are the largest. */
    static Stream<Path> fixtures() {
        List<Path> all = TestRules.fixtureFiles();
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % 10 == 0) {
                some.add(all.get(i));
            }
        }
        return some.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aTreeEndsAtWhatTheDecisionRestsOn(Path fixture) {
        ScenarioFiles.read(fixture, item -> {
            Scenario scenario = charter.read(item.node(), Overrides.NONE);
            for (String language : scenario.edition().languages()) {
                ReasonTrees trees = charter.reasons(scenario, language);
                for (Decision decision : charter.decide(scenario, language).decisions()) {
                    check(trees, decision);
                }
            }
        });
    }

    private static void check(ReasonTrees trees, Decision decision) {
        ReasonTree whole = trees.whole(decision.key());
        assertThat(whole.decision()).isEqualTo(decision);
        assertThat(decision.because()).startsWith(whole.root().says());
        assertThat(whole.root().rule()).isEqualTo(decision.rule());
        Told told = new Told();
        told.tell(whole.root());
        assertThat(whole.facts().stream().map(StatedFact::pointer).toList())
                .containsAll(decision.uses())
                .containsExactlyInAnyOrderElementsOf(told.facts);
        assertThat(told.decisions).isEmpty();
        List<String> assumed = whole.facts().stream()
                .filter(f -> f.assumed() != null)
                .map(StatedFact::pointer)
                .toList();
        assertThat(assumed).isEqualTo(decision.assumes());
        assertThat(whole.clauses().stream()
                        .filter(c -> !c.verified())
                        .map(c -> c.id())
                        .toList())
                .isEqualTo(decision.unverified());

        Told own = new Told();
        own.tell(trees.own(decision.key()).root());
        assertThat(own.decisions).containsExactlyInAnyOrderElementsOf(decision.reliesOn());

        Told parts = new Told();
        trees.parts(decision.key()).forEach(part -> parts.tell(part.root()));
        assertThat(parts.facts).isEqualTo(told.facts);
    }

    /** What a tree tells; it fails where something is told twice, or referred to before it is told. */
    private static final class Told {

        private final Set<String> ids = new HashSet<>();
        private final Set<String> facts = new HashSet<>();
        private final Set<String> decisions = new HashSet<>();

        void tell(Reason reason) {
            if (reason instanceof Reason.Step step) {
                assertThat(ids.add(step.id())).as(step.id()).isTrue();
                assertThat(step.says()).isNotBlank().doesNotContain("{");
                assertThat(step.at().line()).isPositive();
                assertThat(step.at().file()).doesNotStartWith("/").endsWith(".drl");
                step.values().forEach(v -> assertThat(v.said()).isNotBlank());
                step.absences().forEach(a -> assertThat(a.condition()).startsWith("not "));
                step.rests().forEach(this::tell);
            } else if (reason instanceof Reason.Stated stated) {
                assertThat(ids.add(stated.id())).as(stated.id()).isTrue();
                assertThat(facts.add(stated.fact().pointer())).isTrue();
            } else if (reason instanceof Reason.Told before) {
                assertThat(ids).contains(before.id());
            } else if (reason instanceof Reason.Decided decided) {
                decisions.add(decided.key());
            }
        }
    }
}
