package io.charter.testing;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.explain.Decision;
import io.charter.generate.Generator;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.NodeReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits of one fact in a generated scenario (a field changed, a fact taken away) that change the outcome of a decision. */
public final class Flips {

    private final Charter charter;
    private final Edition edition;
    private final Generator generator;
    private final Random random;
    private int made;

    /**
     * A decision that an edit changed.
     *
     * @param edited the scenario after the edit, as data
     * @param pointer the fact that was changed, in the edited scenario, or null where it was taken away
     * @param type the type of that fact
     * @param undo the fact as it was
     */
    public record Flip(
            Map<String, Object> before,
            Map<String, Object> edited,
            String pointer,
            String type,
            Object undo,
            String question,
            String subject,
            String oldOutcome,
            String newOutcome) {}

    public Flips(Charter charter, String edition, long seed) {
        this.charter = charter;
        this.edition = charter.edition(edition);
        this.generator = new Generator(this.edition, seed);
        this.random = new Random(seed);
    }

    /** The next one; at most one a generated scenario. */
    public Flip next() {
        while (true) {
            Map<String, Object> before = generator.next("flip-" + made++);
            Map<String, String> old = outcomes(Scenarios.read(charter, before));
            for (int attempt = 0; attempt < 12; attempt++) {
                Flip flip = attempt(before, old);
                if (flip != null) {
                    return flip;
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Flip attempt(Map<String, Object> before, Map<String, String> old) {
        Map<String, Object> facts = new LinkedHashMap<>((Map<String, Object>) before.get("facts"));
        if (facts.isEmpty()) {
            return null;
        }
        String type = pick(List.copyOf(facts.keySet()));
        List<Object> list = new ArrayList<>((List<Object>) facts.get(type));
        int index = random.nextInt(list.size());
        Object undo = list.get(index);
        String pointer = null;
        if (random.nextInt(3) == 0) {
            list.remove(index);
        } else {
            Map<String, Object> fact = new LinkedHashMap<>((Map<String, Object>) undo);
            FactType factType = edition.types().get(type);
            Field field = pick(factType.fields());
            Object value = other(field, facts);
            if (value == null || value.equals(fact.get(field.name()))) {
                return null;
            }
            fact.put(field.name(), value);
            list.set(index, fact);
            pointer = "/facts/" + type + "/" + index;
        }
        if (list.isEmpty()) {
            facts.remove(type);
        } else {
            facts.put(type, list);
        }
        Map<String, Object> edited = new LinkedHashMap<>(before);
        edited.put("facts", facts);
        Map<String, String> now;
        try {
            now = outcomes(read(edited));
        } catch (CharterException e) {
            return null;
        }
        List<String> flipped = old.keySet().stream()
                .filter(key -> now.containsKey(key) && !now.get(key).equals(old.get(key)))
                .toList();
        if (flipped.isEmpty()) {
            return null;
        }
        String key = pick(flipped);
        int colon = key.indexOf(':');
        return new Flip(
                before,
                edited,
                pointer,
                type,
                undo,
                key.substring(0, colon),
                key.substring(colon + 1),
                old.get(key),
                now.get(key));
    }

    /** Another value for a field: as others have it, or near. */
    private Object other(Field field, Map<String, Object> facts) {
        if (!field.values().isEmpty() && field.type() != ValueType.LIST) {
            return pick(field.values());
        }
        if (field.type() == ValueType.FLAG) {
            return random.nextBoolean();
        }
        List<Object> seen = new ArrayList<>();
        for (Map.Entry<String, Object> type : facts.entrySet()) {
            for (Field other : edition.types().get(type.getKey()).fields()) {
                if (other.type() == field.type() && other.named().equals(field.named())) {
                    ((List<?>) type.getValue()).forEach(f -> seen.add(((Map<?, ?>) f).get(other.name())));
                }
            }
        }
        seen.removeIf(v -> v == null);
        if (seen.isEmpty()) {
            return null;
        }
        Object value = pick(seen);
        if (field.type() == ValueType.DATE) {
            return LocalDate.parse((String) value)
                    .plusDays(random.nextInt(5) - 2L)
                    .toString();
        }
        if (field.type() == ValueType.AMOUNT) {
            return ((BigDecimal) value).add(BigDecimal.valueOf(random.nextInt(3), 2));
        }
        return value;
    }

    public Scenario read(Map<String, Object> data) {
        return charter.read(NodeReader.json("scenario", 0, JsonText.line(data)), Overrides.NONE);
    }

    /** Outcomes by {@code question:subject}. */
    public Map<String, String> outcomes(Scenario scenario) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (Decision decision :
                charter.decide(scenario, "en", Deciding.REFERENCE).decisions()) {
            outcomes.put(decision.key(), decision.outcome());
        }
        return outcomes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
