package io.charter.reference;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.scenario.Scenario;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import io.charter.text.JsonText;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluator agrees with Drools on everything, and neither lets a false step pass. */
class SecondOpinionTest {

    private static final String RULES = DECISIONS
            + rule(
                    "big above ten",
                    "Thing( $name : name, size > 10 ) not Thing( name == $name, size < 5 )",
                    "Big( $name )")
            + rule("small otherwise", "Thing( $name : name ) not Big( name == $name )", "Small( $name )");

    private final Charter charter = TestRules.charter();

    @TempDir
    private Path folder;

    @Test
    void bothDecideEverythingAlikeToTheByte() {
        Scenarios.all(charter).entrySet().parallelStream().forEach(entry -> {
            Scenario scenario = Scenarios.read(charter, entry.getValue());
            assertThat(text(charter.decide(scenario, "en", Deciding.REFERENCE)))
                    .as(entry.getKey())
                    .isEqualTo(text(charter.decide(scenario, "en", Deciding.VERIFIED)));
        });
    }

    private static String text(DecisionDocument document) {
        return document.decisions().stream()
                .map(d -> JsonText.line(DecisionData.of(d)))
                .collect(Collectors.joining("\n"));
    }

    private Derivations tiny(String size) {
        Charter tiny = TinyRules.in(folder, RULES).charter();
        return tiny.derive(tiny.read(scenario(size)), Deciding.DROOLS);
    }

    private static String scenario(String size) {
        return JsonText.line(Map.of(
                "id", "tiny",
                "edition", "tiny",
                "asOf", "2026-06-01",
                "facts",
                        Map.of(
                                "Thing",
                                List.of(Map.of(
                                        "name", "a", "size", new java.math.BigDecimal(size), "on", "2026-01-01")))));
    }

    @Test
    void aDifferenceNamesBothDerivations() {
        List<Problem> differences = Agreement.differences(tiny("20"), tiny("7"));
        assertThat(differences.get(0).message())
                .startsWith("the engines differ: state:a: Drools derives Big[a] by [rule \"big above ten\" (")
                .contains("rules.drl:")
                .contains("from [/facts/Thing/0]]")
                .contains("; the evaluator does not, and derives Small[a] by [rule \"small otherwise\" (");
    }

    @Test
    void whatHoldsStepByStepIsAccepted() {
        assertThat(Checker.faults(tiny("20"))).isEmpty();
        assertThat(Checker.faults(tiny("7"))).isEmpty();
    }

    @Test
    void aStepWhoseConstraintIsFalseIsRefused() {
        Derivations large = tiny("20");
        Derivations moved = new Derivations(tiny("7").scenario(), large.facts());
        assertThat(Checker.faults(moved).get(0).message())
                .startsWith("Big[a] does not follow by rule \"big above ten\"")
                .contains("the condition at ")
                .endsWith(" does not hold");
    }

    @Test
    void anExceptionOverlookedIsRefused() {
        Derivations small = tiny("7");
        Derivations large = tiny("20");
        List<Premise.Derived> both = new ArrayList<>(small.facts());
        both.addAll(large.facts());
        List<Problem> faults = Checker.faults(new Derivations(small.scenario(), both));
        assertThat(faults)
                .extracting(Problem::message)
                .anyMatch(m -> m.startsWith("Small[a] does not follow by rule \"small otherwise\""));
    }

    @Test
    void aStepOnWhatDoesNotStandIsRefused() {
        Derivations large = tiny("20");
        Premise.Derived big = large.facts().get(0);
        Premise.Support support = big.supports().get(0);
        Premise.Derived ghost = new Premise.Derived(big.type(), 0, List.of("ghost"));
        big.supports().clear();
        big.supports().add(new Premise.Support(support.rule(), support.bindings(), List.of(ghost)));
        assertThat(Checker.faults(large))
                .extracting(Problem::message)
                .anyMatch(m -> m.endsWith("rests on Big[ghost], which does not stand"));
    }

    @Test
    void whatHoldsItselfUpIsRefused() {
        Derivations large = tiny("20");
        Premise.Derived big = large.facts().get(0);
        Premise.Support support = big.supports().get(0);
        big.supports().clear();
        big.supports().add(new Premise.Support(support.rule(), support.bindings(), List.of(big)));
        assertThat(Checker.faults(large))
                .extracting(Problem::message)
                .anyMatch(m -> m.startsWith("Big[a] rests on nothing but itself"));
    }
}
