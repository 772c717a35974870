package io.charter;

import static io.charter.testing.Generated.answers;
import static io.charter.testing.Generated.byKey;
import static io.charter.testing.Generated.decide;
import static io.charter.testing.Generated.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.derivation.Premise;
import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Question;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.testing.Edits;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What holds of the decisions of every scenario: that each is there once, cites what it follows from, and is the same whoever decides
 * and in whatever language. Scenarios are made as {@link PropertiesTest} says.
 */
class DocumentPropertiesTest {

    private final Charter charter = TestRules.charter();

    @Test
    void whatIsSaidBesideAFactDecidesNothing() {
        each((generated, random) -> {
            Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
            facts.values()
                    .forEach(list -> list.forEach(fact -> {
                        List.of("source", "note", "assumed").forEach(beside -> {
                            if (random.nextBoolean()) {
                                fact.put(beside, "as it is said");
                            }
                        });
                    }));
            DecisionDocument after = decide(Edits.with(generated.data(), facts));
            assertThat(after.decisions())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("assumes")
                    .isEqualTo(generated.decided().decisions());
            Map<String, Decision> byKey = byKey(after);
            for (Decision decision : after.decisions()) {
                Set<String> assumed = reached(decision, byKey);
                assumed.removeIf(pointer -> !fact(facts, pointer).containsKey("assumed"));
                assertThat(decision.assumes())
                        .as(decision.key())
                        .doesNotHaveDuplicates()
                        .hasSameElementsAs(assumed);
            }
            return 1;
        });
    }

    private static Map<String, Object> fact(Map<String, List<Map<String, Object>>> facts, String pointer) {
        String[] parts = pointer.split("/");
        return facts.get(parts[2]).get(Integer.parseInt(parts[3]));
    }

    @Test
    void aDecisionFollowsFromTheFactsThatItCites() {
        each((generated, random) -> {
            List<Decision> decisions = new ArrayList<>(generated.decided().decisions());
            Collections.shuffle(decisions, random);
            for (Decision decision : decisions.subList(0, Math.min(6, decisions.size()))) {
                Set<String> reached = reached(decision, generated.decisions());
                Map<String, Object> cited = Edits.keeping(generated.data(), reached::contains);
                assertThat(answers(decide(cited)).get(decision.key()))
                        .as(decision.key())
                        .isEqualTo(answers(generated.decided()).get(decision.key()));
            }
            return decisions.size();
        });
    }

    /** The facts that a decision cites, and those of the decisions that it relies on. */
    private static Set<String> reached(Decision decision, Map<String, Decision> decisions) {
        Set<String> reached = new TreeSet<>(decision.uses());
        decision.reliesOn().forEach(key -> reached.addAll(reached(decisions.get(key), decisions)));
        return reached;
    }

    @Test
    void everySubjectHasOneAnswerToEachQuestion() {
        each((generated, random) -> {
            assertThat(generated.decided().decisions())
                    .extracting(Decision::key)
                    .doesNotHaveDuplicates();
            Scenario scenario = generated.scenario();
            List<Premise.Derived> derived =
                    charter.derive(scenario, Deciding.REFERENCE).facts();
            for (Question question : generated.edition().questions().values()) {
                Set<String> asked = new TreeSet<>();
                Optional.ofNullable(question.always()).ifPresent(asked::add);
                if (question.of() != null) {
                    FactType of = generated.edition().types().get(question.of().type());
                    scenario.known().stream()
                            .filter(fact -> fact.type().isA(of))
                            .forEach(fact -> asked.add(
                                    fact.values().get(question.of().field()).toString()));
                    derived.stream()
                            .filter(fact -> fact.type().isA(of))
                            .filter(fact -> of.question().isEmpty()
                                    || fact.value(of.question().get().name()).equals(question.name()))
                            .forEach(fact ->
                                    asked.add(fact.value(question.of().field()).toString()));
                }
                assertThat(generated.decided().decisions())
                        .filteredOn(d -> d.question().equals(question.name()))
                        .extracting(Decision::subject)
                        .as(question.name())
                        .containsExactlyElementsOf(asked);
            }
            return 1;
        });
    }

    @Test
    void decisionsCiteFactsThatHaveHappenedAndDecisionsThatThereAre() {
        each((generated, random) -> {
            Set<String> known = new HashSet<>();
            generated.scenario().known().stream().map(Fact::pointer).forEach(known::add);
            Map<String, Decision> decisions = generated.decisions();
            for (Decision decision : decisions.values()) {
                assertThat(known)
                        .as(decision.key())
                        .containsAll(decision.uses())
                        .containsAll(decision.assumes());
                decision.disregards()
                        .forEach(d -> assertThat(known).as(decision.key()).contains(d.fact()));
                assertThat(decision.uses()).as(decision.key()).doesNotHaveDuplicates();
                assertThat(decisions.keySet()).as(decision.key()).containsAll(decision.reliesOn());
            }
            Set<String> grounded = new HashSet<>();
            boolean more = true;
            while (more) {
                more = false;
                for (Decision decision : decisions.values()) {
                    more |= grounded.containsAll(decision.reliesOn()) && grounded.add(decision.key());
                }
            }
            assertThat(grounded).as("decisions that rely on no cycle").isEqualTo(decisions.keySet());
            return 1;
        });
    }

    @Test
    void whatIsDisregardedIsNotCited() {
        each((generated, random) -> {
            int disregarded = 0;
            for (Decision decision : generated.decided().decisions()) {
                Set<String> reached = reached(decision, generated.decisions());
                decision.disregards().forEach(d -> {
                    assertThat(reached).as(decision.key()).doesNotContain(d.fact());
                });
                disregarded += decision.disregards().size();
            }
            return disregarded;
        });
    }

    @Test
    void languagesDifferInSentencesAlone() {
        each((generated, random) -> {
            for (String language : generated.edition().languages()) {
                assertThat(charter.decide(generated.scenario(), language, Deciding.REFERENCE)
                                .decisions())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("because", "disregards")
                        .isEqualTo(generated.decided().decisions());
            }
            return 1;
        });
    }

    @Test
    void bothEnginesGiveTheSameDocument() {
        each((generated, random) -> {
            assertThat(charter.decide(generated.scenario(), "en", Deciding.DROOLS))
                    .isEqualTo(generated.decided());
            return 1;
        });
    }

    @Test
    void decidingAgainAndReadingAgainGiveTheSame() {
        each((generated, random) -> {
            assertThat(decide(generated.scenario())).isEqualTo(generated.decided());
            String written = JsonText.of(generated.scenario().document().plain());
            assertThat(decide(charter.read(written))).isEqualTo(generated.decided());
            return 1;
        });
    }
}
