package io.charter.engine;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.KieSession;

/** Runs the rules of an edition over scenarios: one session a scenario, closed when its derivations are read. Thread-safe. */
public final class Engine {

    private final CompiledRules rules;
    private final FactType today;
    private final Field date;
    private final Limits limits;

    public Engine(CompiledRules rules, Limits limits) {
        this.rules = rules;
        this.limits = limits;
        this.today = rules.edition().types().values().stream()
                .filter(t -> t.kind() == FactType.Kind.TODAY)
                .findFirst()
                .orElseThrow();
        this.date = today.fields().get(0);
    }

    public Edition edition() {
        return rules.edition();
    }

    /**
     * What the rules derive from the facts that the scenario has by its date.
     *
     * @throws io.charter.text.CharterException when the scenario passes a limit ({@code limit_passed}), or when a rule cannot
     *     be applied to it ({@code rule_failed}); both name the rule
     */
    public Derivations run(Scenario scenario) {
        return CompiledRules.withOwnLoader(() -> derivations(scenario));
    }

    private Derivations derivations(Scenario scenario) {
        KieSession session = rules.base().newKieSession();
        try {
            Map<Object, Premise> given = new IdentityHashMap<>();
            insert(session, given, today, Map.of(date.name(), scenario.asOf()), new Premise.Today());
            for (Fact fact : scenario.known()) {
                insert(session, given, fact.type(), fact.values(), new Premise.Given(fact));
            }
            try (Watch watch = new Watch(session, limits)) {
                Justifications justifications;
                List<Premise.Derived> facts;
                do {
                    watch.fire();
                    justifications = new Justifications(rules, session, given);
                    facts = justifications.read();
                } while (justifications.takeBackLeftOvers());
                return new Derivations(scenario, facts);
            }
        } finally {
            session.dispose();
        }
    }

    private void insert(
            KieSession session,
            Map<Object, Premise> given,
            FactType type,
            Map<String, Object> values,
            Premise premise) {
        FactClass factClass = rules.of(type);
        Object fact = factClass.newFact(values);
        given.put(fact, premise);
        session.insert(fact);
    }
}
