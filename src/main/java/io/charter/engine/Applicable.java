package io.charter.engine;

import io.charter.rulebook.model.Condition;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rules that can apply to a scenario at all: those for whose every fact looked for, stated or derived, there is a type in the
 * scenario or a rule that can apply. The others would look for what can never be there; without them, the same is derived.
 */
final class Applicable {

    private final Map<String, List<Waiting>> waiting = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final List<FactType> open = new ArrayList<>();
    private final Set<Rule> rules = new HashSet<>();

    /** A rule, and how many of the types that it looks for are not there yet. */
    private static final class Waiting {
        private final Rule rule;
        private int missing;

        Waiting(Rule rule, int missing) {
            this.rule = rule;
            this.missing = missing;
        }
    }

    private Applicable() {}

    /** The rules, in the order of the edition. */
    static List<Rule> to(Scenario scenario) {
        Applicable applicable = new Applicable();
        Edition edition = scenario.edition();
        edition.rules().forEach(applicable::await);
        edition.types().values().stream()
                .filter(type -> type.kind() == FactType.Kind.TODAY)
                .forEach(applicable::add);
        for (Fact fact : scenario.known()) {
            applicable.add(fact.type());
        }
        while (!applicable.open.isEmpty()) {
            applicable.meet(applicable.open.remove(applicable.open.size() - 1));
        }
        return edition.rules().stream().filter(applicable.rules::contains).toList();
    }

    private void await(Rule rule) {
        Set<String> looked = new HashSet<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Match || condition instanceof Condition.Present) {
                looked.add(condition.pattern().type().name());
            }
        }
        Waiting one = new Waiting(rule, looked.size());
        looked.forEach(
                type -> waiting.computeIfAbsent(type, k -> new ArrayList<>()).add(one));
        if (looked.isEmpty()) {
            apply(rule);
        }
    }

    private void apply(Rule rule) {
        rules.add(rule);
        add(rule.then().type());
    }

    private void add(FactType type) {
        for (FactType as = type; as != null && present.add(as.name()); as = as.parent()) {
            open.add(as);
        }
    }

    private void meet(FactType type) {
        for (Waiting one : waiting.getOrDefault(type.name(), List.of())) {
            if (--one.missing == 0) {
                apply(one.rule);
            }
        }
    }
}
