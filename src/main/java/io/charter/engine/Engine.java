package io.charter.engine;

import io.charter.derivation.Derivations;
import io.charter.derivation.Premise;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.FactClass;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Rule;
import io.charter.rulebook.model.Stratum;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the rules of an edition over scenarios: one session a scenario, cleared when its derivations are read. Thread-safe. */
public final class Engine {

    private final CompiledRules rules;
    private final FactClass today;
    private final Limits limits;
    private final Sessions sessions;
    private final EditionProfile profile;
    private final Applications applications;
    private final Set<String> wavering = new HashSet<>();

    public Engine(CompiledRules rules, Limits limits) {
        this(rules, limits, null, conclusions -> new ScenarioSession(rules.base(), conclusions));
    }

    /** An engine whose costs go into a profile. */
    Engine(EditionProfile profile, Limits limits) {
        this(profile.rules(), limits, profile, profile::session);
    }

    private Engine(
            CompiledRules rules,
            Limits limits,
            EditionProfile profile,
            Function<Map<String, Conclusion>, ScenarioSession> newSession) {
        Map<String, Conclusion> conclusions = Conclusion.of(rules);
        this.rules = rules;
        this.limits = limits;
        this.profile = profile;
        this.sessions = new Sessions(() -> newSession.apply(conclusions));
        this.applications = new Applications(rules.edition());
        rules.strata().stream().filter(Stratum::wavering).forEach(stratum -> wavering.addAll(stratum.types()));
        this.today = rules.of(rules.edition().types().values().stream()
                .filter(t -> t.kind() == FactType.Kind.TODAY)
                .findFirst()
                .orElseThrow());
    }

    /**
     * An engine for one scenario: it loads only the rules that can apply to it, which for a small one are few.
     *
     * @param cache where the compiled rules are kept
     */
    public static Engine forOnly(Scenario scenario, RuleCache cache, Limits limits) {
        Set<Rule> rules = new HashSet<>(Applicable.to(scenario));
        return new Engine(CompiledRules.some(scenario.edition(), cache, rules::contains), limits);
    }

    /**
     * What the rules derive from the facts that the scenario has by its date.
     *
     * @throws io.charter.text.CharterException when the scenario passes a limit ({@code limit_passed}), or when a rule cannot
     *     be applied to it ({@code rule_failed}); both name the rule
     */
    public Derivations run(Scenario scenario) {
        return run(scenario, derivations -> {
            derivations.facts().forEach(Premise.Derived::read);
            return derivations;
        });
    }

    /**
     * The same for one use that asks for the supports of some facts only: the others are never read, and cannot be later.
     *
     * @param use what is made of the derivations, on this thread
     */
    public <T> T run(Scenario scenario, Function<Derivations, T> use) {
        return CompiledRules.withOwnLoader(() -> during(Profile.Part.INSERTING, () -> {
            ScenarioSession session = sessions.take();
            T made;
            try {
                Derivations derivations = derivations(scenario, session);
                made = during(Profile.Part.EXPLAINING, () -> use.apply(derivations));
            } catch (RuntimeException | Error e) {
                sessions.end(session);
                throw e;
            }
            sessions.giveBack(session);
            return made;
        }));
    }

    private <T> T during(Profile.Part part, Supplier<T> work) {
        return profile == null ? work.get() : profile.during(part, work);
    }

    private Derivations derivations(Scenario scenario, ScenarioSession session) {
        Premise[] given = insert(scenario, session);
        return during(Profile.Part.DERIVED, () -> {
            try (Watch watch = watch(session)) {
                watch.fire();
                Justifications justifications = new Justifications(rules, applications, session, given);
                List<Premise.Derived> facts = justifications.read();
                if (session.hasWithdrawn()
                        && justifications.findsLeftOvers(facts.stream()
                                .filter(fact -> wavering.contains(fact.type().name())))) {
                    session.clear();
                    watch.restart();
                    facts = watchful(scenario, session, watch);
                }
                return new Derivations(scenario, facts);
            }
        });
    }

    /** Does it all again where Drools left something behind: other facts rest on it, over which it kept no watch. */
    private List<Premise.Derived> watchful(Scenario scenario, ScenarioSession session, Watch watch) {
        session.watchAll();
        Premise[] given = insert(scenario, session);
        Justifications justifications;
        List<Premise.Derived> facts;
        do {
            watch.fire();
            justifications = new Justifications(rules, applications, session, given);
            facts = justifications.read();
        } while (justifications.takesBackLeftOvers(facts.stream()));
        return facts;
    }

    private Premise[] insert(Scenario scenario, ScenarioSession session) {
        List<Fact> known = scenario.known();
        Premise[] given = new Premise[known.size() + 2];
        given = insert(session, given, today, List.of(scenario.asOf()), new Premise.Today());
        // Facts of one type mostly follow each other.
        FactClass type = today;
        for (int i = 0; i < known.size(); i++) {
            Fact fact = known.get(i);
            type = fact.type() == type.type() ? type : rules.of(fact.type());
            given = insert(session, given, type, fact.row(), new Premise.Given(fact, i));
        }
        return given;
    }

    private Watch watch(ScenarioSession session) {
        return profile == null
                ? new Watch(session, limits)
                : profile.during(Profile.Part.LIMITS, () -> new TimedWatch((TimedSession) session, limits, profile));
    }

    private Premise[] insert(
            ScenarioSession session, Premise[] given, FactClass type, List<Object> row, Premise premise) {
        return Justifications.with(given, session.put(type.newFact(row)), premise);
    }
}
