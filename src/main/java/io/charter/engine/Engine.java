package io.charter.engine;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kie.api.runtime.KieSession;

/** Runs the rules of an edition over scenarios: one session a scenario, cleared when its derivations are read. Thread-safe. */
public final class Engine {

    private final CompiledRules rules;
    private final FactType today;
    private final Field date;
    private final Limits limits;
    private final Sessions sessions;
    private final Applications applications;
    private final Set<String> recursive = new HashSet<>();

    public Engine(CompiledRules rules, Limits limits) {
        this.rules = rules;
        this.limits = limits;
        this.sessions = new Sessions(rules);
        this.applications = new Applications(rules.edition());
        Stratum.of(rules.edition()).stream()
                .filter(Stratum::circular)
                .forEach(stratum -> recursive.addAll(stratum.types()));
        this.today = rules.edition().types().values().stream()
                .filter(t -> t.kind() == FactType.Kind.TODAY)
                .findFirst()
                .orElseThrow();
        this.date = today.fields().get(0);
    }

    /**
     * An engine for one scenario: it loads only the rules that can apply to it, which for a small one are few.
     *
     * @param cache where the compiled rules are kept
     */
    public static Engine forOnly(Scenario scenario, RuleCache cache, Limits limits) {
        Set<Rule> rules = new HashSet<>(Applicable.to(scenario));
        return new Engine(CompiledRules.of(scenario.edition(), cache, rules::contains), limits);
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
        return run(scenario, derivations -> {
            derivations.facts().forEach(Premise.Derived::supports);
            return derivations;
        });
    }

    /**
     * The same for one use that asks for the supports of some facts only: the others are never read, and cannot be later.
     *
     * @param use what is made of the derivations, on this thread
     */
    public <T> T run(Scenario scenario, Function<Derivations, T> use) {
        return CompiledRules.withOwnLoader(() -> {
            KieSession session = sessions.take();
            T made;
            try {
                made = use.apply(derivations(scenario, session));
            } catch (RuntimeException | Error e) {
                sessions.end(session);
                throw e;
            }
            sessions.giveBack(session);
            return made;
        });
    }

    private Derivations derivations(Scenario scenario, KieSession session) {
        List<Fact> known = scenario.known();
        Premise[] given = new Premise[known.size() + 2];
        given = insert(session, given, today, Map.of(date.name(), scenario.asOf()), new Premise.Today());
        for (Fact fact : known) {
            given = insert(session, given, fact.type(), fact.values(), new Premise.Given(fact));
        }
        try (Watch watch = new Watch(session, limits)) {
            watch.fire();
            Justifications justifications = new Justifications(rules, applications, session, given);
            List<Premise.Derived> facts = justifications.read();
            // Until something is taken back, nothing is ever withdrawn but in recursions: all else applies when they
            // are over.
            boolean again = justifications.takeBackLeftOvers(
                    facts.stream().filter(fact -> recursive.contains(fact.type().name())));
            while (again) {
                watch.fire();
                justifications = new Justifications(rules, applications, session, given);
                facts = justifications.read();
                again = justifications.takeBackLeftOvers(facts.stream());
            }
            return new Derivations(scenario, facts);
        }
    }

    private Premise[] insert(
            KieSession session, Premise[] given, FactType type, Map<String, Object> values, Premise premise) {
        return Justifications.with(given, session.insert(rules.of(type).newFact(values)), premise);
    }
}
