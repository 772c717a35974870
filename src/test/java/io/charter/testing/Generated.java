package io.charter.testing;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.generate.Generator;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Scenario;
import io.charter.text.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A generated scenario, decided.
 *
 * @param data the scenario as plain JSON data
 * @param decided what the evaluator decides of it
 */
public record Generated(Map<String, Object> data, Scenario scenario, DecisionDocument decided) {

    private static final int COUNT = Integer.getInteger("charter.properties", 150);
    private static final long SEED = Long.getLong("charter.properties.seed", 20260122L);
    private static final Charter CHARTER = TestRules.charter();
    private static final List<Generated> ALL = generate();

    /** Something that holds of a scenario. */
    @FunctionalInterface
    public interface Property {
        /**
         * Fails where it does not hold.
         *
         * @return in how many cases it could have failed
         */
        int check(Generated generated, Random random);
    }

    private static List<Generated> generate() {
        List<Generated> all = new ArrayList<>();
        for (String id : CHARTER.editions()) {
            Generator generator = new Generator(CHARTER.edition(id), SEED);
            for (int i = 0; i < COUNT; i++) {
                Map<String, Object> data = generator.next(id + "-" + SEED + "-" + i);
                Scenario scenario = Scenarios.read(CHARTER, data);
                all.add(new Generated(data, scenario, decide(scenario)));
            }
        }
        return all;
    }

    /**
     * Holds a property against every generated scenario, and fails with the scenario where it does not hold. A property that never
     * could have failed fails too, where scenarios are as many as they are meant to be.
     */
    public static void each(Property property) {
        AtomicInteger cases = new AtomicInteger();
        ALL.parallelStream().forEach(generated -> {
            try {
                cases.addAndGet(property.check(
                        generated, new Random(generated.scenario().id().hashCode())));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(JsonText.line(generated.data()) + "\n" + e.getMessage(), e);
            }
        });
        if (COUNT >= 150 && cases.get() == 0) {
            throw new AssertionError("the property says nothing of any generated scenario");
        }
    }

    /** Another generated scenario of the same edition. */
    public Generated another(Random random) {
        List<Generated> others =
                ALL.stream().filter(g -> g.edition() == edition()).toList();
        return others.get(random.nextInt(others.size()));
    }

    public Edition edition() {
        return scenario.edition();
    }

    /** What the evaluator decides, in English. */
    public static DecisionDocument decide(Scenario scenario) {
        return CHARTER.decide(scenario, "en", Deciding.REFERENCE);
    }

    public static DecisionDocument decide(Map<String, Object> data) {
        return decide(Scenarios.read(CHARTER, data));
    }

    /** Decisions by question and subject. */
    public static Map<String, Decision> byKey(DecisionDocument document) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        document.decisions().forEach(decision -> decisions.put(decision.key(), decision));
        return decisions;
    }

    public Map<String, Decision> decisions() {
        return byKey(decided);
    }

    /** Outcomes with their details, by question and subject. */
    public static Map<String, String> answers(DecisionDocument document) {
        Map<String, String> answers = new LinkedHashMap<>();
        document.decisions()
                .forEach(decision -> answers.put(
                        decision.key(), decision.outcome() + " " + JsonText.line(DecisionData.details(decision))));
        return answers;
    }

    /** A copy of a fact that can stand beside it: with a new name, and about facts that there are; null where there are none. */
    public static Map<String, Object> beside(
            FactType type, Map<String, Object> fact, Map<String, List<Map<String, Object>>> facts, Random random) {
        Map<String, Object> copy = new LinkedHashMap<>(fact);
        copy.computeIfPresent("id", (k, id) -> id + "-" + Integer.toHexString(random.nextInt()));
        for (Field field : type.fields()) {
            if (field.refers() != null) {
                List<Object> there = Edits.referents(field, facts);
                if (there.isEmpty()) {
                    return null;
                }
                copy.put(field.name(), there.get(random.nextInt(there.size())));
            }
        }
        return copy;
    }
}
