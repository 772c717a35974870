package io.charter.generate;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules by the types that they derive, those first that need the least. */
final class Model {

    private static final int UNKNOWN = 1_000_000;

    private final Edition edition;
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, List<FactType>> others = new HashMap<>();
    private final Map<String, Map<String, List<Object>>> concluded = new HashMap<>();
    private final Map<String, Integer> carried = new HashMap<>();
    private final Map<String, Integer> needs = new HashMap<>();

    Model(Edition edition) {
        this.edition = edition;
        edition.rules()
                .forEach(rule -> rules.computeIfAbsent(rule.then().type().name(), k -> new ArrayList<>())
                        .add(rule));
        for (Rule rule : edition.rules()) {
            Map<String, List<Object>> fields =
                    concluded.computeIfAbsent(rule.then().type().name(), k -> new HashMap<>());
            Conclusion.of(rule, Map.of()).forEach((field, value) -> {
                List<Object> known = fields.computeIfAbsent(field, k -> new ArrayList<>());
                if (!known.contains(value)) {
                    known.add(value);
                }
            });
        }
        carry();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rule rule : edition.rules()) {
                String type = rule.then().type().name();
                int needed = needed(rule);
                if (needed < needs.getOrDefault(type, UNKNOWN)) {
                    needs.put(type, needed);
                    moved = true;
                }
            }
        }
        for (FactType type : edition.types().values()) {
            others.put(
                    type.name(),
                    edition.types().values().stream()
                            .filter(other -> alternatives(type, other))
                            .toList());
        }
        rules.values().forEach(of -> of.sort(Comparator.comparingInt(this::needed)));
    }

    private boolean alternatives(FactType type, FactType other) {
        return type.answers() != null
                && other.answers() != null
                && !type.equals(other)
                && !type.answers().anyQuestion()
                && type.answers().question().equals(other.answers().question())
                && edition.questions().get(type.answers().question()).always() != null;
    }

    Edition edition() {
        return edition;
    }

    List<Rule> rulesOf(FactType type) {
        return rules.getOrDefault(type.name(), List.of());
    }

    /** The input types whose facts a pattern of the type matches. */
    List<FactType> inputTypes(FactType type) {
        return edition.inputTypes().stream().filter(t -> t.isA(type)).toList();
    }

    /** The values that rules write down for a field of the facts that they derive. */
    List<Object> concluded(FactType type, Field field) {
        return concluded.getOrDefault(type.name(), Map.of()).getOrDefault(field.name(), List.of());
    }

    /** How many of a hundred derived types rest on one, directly or through others. */
    int carried(FactType type) {
        return carried.getOrDefault(type.name(), 0);
    }

    private void carry() {
        Map<String, Set<String>> above = new HashMap<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rule rule : edition.rules()) {
                String derived = rule.then().type().name();
                Set<String> higher = new LinkedHashSet<>(above.getOrDefault(derived, Set.of()));
                higher.add(derived);
                for (Condition condition : rule.when()) {
                    moved |= above.computeIfAbsent(condition.pattern().type().name(), k -> new LinkedHashSet<>())
                            .addAll(higher);
                }
            }
        }
        above.forEach((type, higher) -> carried.put(type, 100 * higher.size() / rules.size()));
    }

    /** What else may be answered to a question that is asked of every scenario; nothing for other types. */
    List<FactType> otherAnswers(FactType type) {
        return others.getOrDefault(type.name(), List.of());
    }

    /** About how many facts a rule needs in the end. */
    int needed(Rule rule) {
        int needed = 1;
        for (Condition condition : rule.when()) {
            FactType type = condition.pattern().type();
            if (!(condition instanceof Condition.Absent)) {
                int one = type.kind() == FactType.Kind.DERIVED ? needs.getOrDefault(type.name(), UNKNOWN) : 1;
                needed = Math.min(UNKNOWN, needed + one);
            }
        }
        return needed;
    }
}
