package io.charter;

import static io.charter.testing.Generated.answers;
import static io.charter.testing.Generated.byKey;
import static io.charter.testing.Generated.decide;
import static io.charter.testing.Generated.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.FactType;
import io.charter.scenario.Scenario;
import io.charter.testing.DateEffects;
import io.charter.testing.Edits;
import io.charter.testing.Generated;
import io.charter.testing.Reachable;
import io.charter.testing.Rendering;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.whatif.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What holds of every scenario, whatever the law says: held against scenarios that {@link io.charter.generate.Generator} makes at
 * random, valid ones, from the vocabulary and the constants of the rules, 150 of each edition, always the same. Run more with
 * {@code mvn test -Dtest='*PropertiesTest' -Dcharter.properties=5000}, others with {@code -Dcharter.properties.seed=7}. A failure
 * begins with the scenario, as JSON.
 */
class PropertiesTest {

    private final Charter charter = TestRules.charter();

    @Test
    void factsThatHappenLaterChangeNothing() {
        each((generated, random) -> {
            Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
            int added = 0;
            for (FactType type : generated.edition().inputTypes()) {
                for (Map<String, Object> model : some(type, generated, random)) {
                    Map<String, Object> fact = Generated.beside(type, model, facts, random);
                    if (type.event().isPresent() && fact != null) {
                        LocalDate later = generated.scenario().asOf().plusDays(1 + random.nextInt(1000));
                        fact.put(type.event().get().name(), later.toString());
                        added += add(generated, facts, type, fact) ? 1 : 0;
                    }
                }
            }
            assertThat(decide(Edits.with(generated.data(), facts))).isEqualTo(generated.decided());
            return added;
        });
    }

    @Test
    void nothingIsLostWithoutTheFactsThatHappenLater() {
        each((generated, random) -> {
            Map<String, Object> known = until(generated, generated.scenario().asOf());
            assertThat(answers(decide(known))).isEqualTo(answers(generated.decided()));
            return JsonText.line(known).equals(JsonText.line(generated.data())) ? 0 : 1;
        });
    }

    @Test
    void whatChangesAsDaysGoByTheDateExplains() {
        each((generated, random) -> {
            LocalDate asOf = generated.scenario().asOf();
            int changed = 0;
            for (int days : List.of(1, 1 + random.nextInt(40), 1 + random.nextInt(1200))) {
                Scenario known = Scenarios.read(charter, until(generated, asOf, asOf.plusDays(days)));
                Scenario later = Timeline.on(known, asOf.plusDays(days));
                DateEffects effects = new DateEffects(
                        charter.derive(known, Deciding.REFERENCE), charter.derive(later, Deciding.REFERENCE));
                assertThat(effects.unexplained())
                        .as("after %d days", days)
                        .filteredOn(fact -> fact.type().answers() != null)
                        .isEmpty();
                changed += effects.changed().size();
            }
            return changed;
        });
    }

    @Test
    void noDayOutsideTheTimelineChangesAnAnswer() {
        each((generated, random) -> {
            LocalDate from = generated.scenario().asOf();
            LocalDate to = from.plusDays(30 + random.nextInt(400));
            List<DecisionDocument> phases = charter.timeline(generated.scenario(), from, to, "en");
            for (int i = 0; i < 3; i++) {
                LocalDate day = from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
                DecisionDocument phase = phases.stream()
                        .filter(p -> !p.asOf().isAfter(day))
                        .reduce((one, next) -> next)
                        .orElseThrow();
                assertThat(answers(decide(Timeline.on(generated.scenario(), day))))
                        .as("%s, in the phase from %s", day, phase.asOf())
                        .isEqualTo(answers(phase));
            }
            return phases.size() - 1;
        });
    }

    @Test
    void statesUnderOtherNamesAreDecidedAlike() {
        each((generated, random) -> {
            List<String> states = List.copyOf(generated.edition().names().codes(List.of("states")));
            List<String> turned = new ArrayList<>(states);
            Collections.shuffle(turned, random);
            Map<String, String> renamed = new LinkedHashMap<>();
            for (int i = 0; i < states.size(); i++) {
                renamed.put(states.get(i), turned.get(i));
            }
            Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
            facts.forEach((name, list) -> generated.edition().types().get(name).fields().stream()
                    .filter(field -> field.named().contains("states"))
                    .forEach(field -> list.forEach(
                            fact -> fact.computeIfPresent(field.name(), (k, value) -> rename(value, renamed)))));
            Set<Object> expected = new HashSet<>();
            generated.decided().decisions().forEach(d -> expected.add(renamed(d, renamed)));
            Set<Object> found = new HashSet<>();
            decide(Edits.with(generated.data(), facts)).decisions().forEach(d -> found.add(renamed(d, Map.of())));
            assertThat(found).isEqualTo(expected);
            return 1;
        });
    }

    private static Object rename(Object value, Map<String, String> renamed) {
        return value instanceof List<?> list
                ? list.stream().map(item -> rename(item, renamed)).toList()
                : renamed.getOrDefault(String.valueOf(value), String.valueOf(value));
    }

    /** A decision but for its sentences, and for which of several facts of one day it cites. */
    private static Object renamed(Decision decision, Map<String, String> renamed) {
        Map<String, Object> details = new LinkedHashMap<>();
        decision.details().forEach((name, value) -> details.put(name, rename(value, renamed)));
        return List.of(
                decision.question(),
                rename(decision.subject(), renamed),
                decision.outcome(),
                details,
                String.valueOf(decision.clause()),
                decision.rule());
    }

    @Test
    void theOrderOfFactsSaysNothing() {
        each((generated, random) -> {
            Scenario shuffled = Scenarios.read(charter, Edits.shuffled(generated.data(), random));
            assertThat(Rendering.textWithFacts(decide(shuffled), shuffled))
                    .isEqualTo(Rendering.textWithFacts(generated.decided(), generated.scenario()));
            return 1;
        });
    }

    @Test
    void factsOnWhichAQuestionDoesNotRestDoNotMoveIt() {
        each((generated, random) -> {
            int cases = 0;
            List<FactType> types = new ArrayList<>(generated.edition().inputTypes());
            Collections.shuffle(types, random);
            for (FactType type : types.subList(0, Math.min(4, types.size()))) {
                Map<String, List<Map<String, Object>>> facts = Edits.facts(generated.data());
                boolean added = false;
                for (Map<String, Object> model : some(type, generated, random)) {
                    Map<String, Object> fact = Generated.beside(type, model, facts, random);
                    added |= fact != null && add(generated, facts, type, fact);
                }
                Map<String, Decision> after = added ? byKey(decide(Edits.with(generated.data(), facts))) : Map.of();
                for (Decision decision : added ? generated.decided().decisions() : List.<Decision>of()) {
                    if (!Reachable.from(generated.edition(), decision.question())
                            .contains(type.name())) {
                        assertThat(after.get(decision.key())).as(type.name()).isEqualTo(decision);
                        cases++;
                    }
                }
            }
            return cases;
        });
    }

    /** A fact of a type from this scenario and one from another. */
    private static List<Map<String, Object>> some(FactType type, Generated generated, Random random) {
        List<Map<String, Object>> some = new ArrayList<>();
        for (Generated source : List.of(generated, generated.another(random))) {
            List<Map<String, Object>> facts = Edits.facts(source.data()).getOrDefault(type.name(), List.of());
            some.addAll(facts.stream().limit(1).toList());
        }
        return some;
    }

    /** Adds a fact where the scenario stays a valid one. */
    private boolean add(
            Generated generated,
            Map<String, List<Map<String, Object>>> facts,
            FactType type,
            Map<String, Object> fact) {
        List<Map<String, Object>> list = facts.computeIfAbsent(type.name(), k -> new ArrayList<>());
        list.add(fact);
        try {
            charter.read(JsonText.line(Edits.with(generated.data(), facts)));
            return true;
        } catch (CharterException e) {
            list.remove(list.size() - 1);
            return false;
        }
    }

    /** The scenario without what happens after a day, and without what refers to that. */
    private static Map<String, Object> until(Generated generated, LocalDate day) {
        return until(generated, day, LocalDate.MAX);
    }

    /** The scenario without what happens after one day and no later than another, and without what refers to that. */
    private static Map<String, Object> until(Generated generated, LocalDate after, LocalDate last) {
        Set<String> gone = new HashSet<>();
        generated.scenario().facts().stream()
                .filter(fact -> !fact.knownBy(after) && fact.knownBy(last))
                .forEach(fact -> gone.add(fact.pointer()));
        return Edits.withoutLooseEnds(
                generated.edition(), Edits.keeping(generated.data(), pointer -> !gone.contains(pointer)));
    }
}
