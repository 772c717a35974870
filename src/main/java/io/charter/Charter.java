package io.charter;

import io.charter.derivation.Derivations;
import io.charter.engine.Limits;
import io.charter.engine.Profiler;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Explaining;
import io.charter.explain.Explanations;
import io.charter.explain.ReasonTrees;
import io.charter.reference.Agreement;
import io.charter.rulebook.RuleSets;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioReader;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.Language;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import io.charter.text.Problem;
import io.charter.whatif.How;
import io.charter.whatif.Patch;
import io.charter.whatif.Remedies;
import io.charter.whatif.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what the charter of an organisation says of a scenario.
 *
 * <pre>{@code
 * Charter charter = Charter.load(Path.of("rules"));
 * DecisionDocument decided = charter.decide(Files.readString(Path.of("scenario.json")));
 * decided.decisions().forEach(d -> System.out.println(d.key() + ": " + d.outcome() + ". " + d.because()));
 * }</pre>
 *
 * <p>Editions are read, checked and compiled when a scenario first asks for them, and kept. An instance may be shared by
 * threads. Whatever is wrong with rules or scenarios is a {@link CharterException} that names every problem with its place.
 */
public final class Charter {

    private final KeptEditions editions;

    private Charter(KeptEditions editions) {
        this.editions = editions;
    }

    /**
     * Opens a folder of rules, with the user's cache of compiled rules.
     *
     * @param rules a rule set, or a folder of rule sets
     * @throws CharterException when there is no rule set
     */
    public static Charter load(Path rules) {
        return load(rules, RuleCache.ofUser());
    }

    /** As {@link #load(Path)}, with a cache of one's choice. */
    public static Charter load(Path rules, RuleCache cache) {
        return load(rules, cache, Limits.DEFAULT);
    }

    /** As {@link #load(Path, RuleCache)}, with limits of one's choice to what a scenario may cost. */
    public static Charter load(Path rules, RuleCache cache, Limits limits) {
        return load(rules, cache, limits, null);
    }

    /**
     * As {@link #load(Path, RuleCache, Limits)}, with what Drools does measured.
     *
     * @param profiler measures where the time goes; null for none
     */
    public static Charter load(Path rules, RuleCache cache, Limits limits, Profiler profiler) {
        return new Charter(new KeptEditions(RuleSets.in(rules), cache, limits, profiler));
    }

    /** The ids of the editions. */
    public Set<String> editions() {
        return editions.ids();
    }

    /**
     * What an edition is made of.
     *
     * @throws CharterException when there is no such edition, or when its rules have faults
     */
    public Edition edition(String id) {
        return editions.edition(id);
    }

    /**
     * Reads a scenario.
     *
     * @param json one scenario as JSON
     */
    public Scenario read(String json) {
        return ScenarioReader.read("scenario", 0, json, Overrides.NONE, this::edition);
    }

    /** Reads a scenario that has been parsed; the overrides say what is asked instead of what it says. */
    public Scenario read(Node document, Overrides overrides) {
        return ScenarioReader.read(document, overrides, this::edition);
    }

    /** Decides a scenario given as JSON, with sentences in the edition's first language. */
    public DecisionDocument decide(String json) {
        return decide(read(json));
    }

    /** Decides the scenario of a JSON file, with sentences in the edition's first language. */
    public DecisionDocument decide(Path file) {
        try {
            String json = Files.readString(file);
            return decide(ScenarioReader.read(file.toString(), 0, json, Overrides.NONE, this::edition));
        } catch (java.io.IOException e) {
            throw new CharterException("unreadable", file + ": cannot be read: " + e.getMessage());
        }
    }

    /** Decides a scenario, with sentences in the edition's first language. */
    public DecisionDocument decide(Scenario scenario) {
        return decide(scenario, scenario.edition().languages().get(0));
    }

    /** As {@link #decide(Scenario, String, Deciding)}, by Drools. */
    public DecisionDocument decide(Scenario scenario, String language) {
        return decide(scenario, language, Deciding.DROOLS);
    }

    /**
     * Decides a scenario.
     *
     * @param language the code of the language of the sentences, one that the edition speaks
     * @return one decision for every question and subject that the scenario gives rise to
     * @throws CharterException when the rules leave a question without an answer, or give it two; and, where the decision is
     *     to be verified, when the two engines differ ({@code engines_differ})
     */
    public DecisionDocument decide(Scenario scenario, String language, Deciding by) {
        return decide(scenario, language, by, Explaining.FULL);
    }

    /** As {@link #decide(Scenario, String, Deciding)}, with as much of the reasons as is wanted: less takes less time. */
    public DecisionDocument decide(Scenario scenario, String language, Deciding by, Explaining wanted) {
        Explanations explanations = editions.explanations(scenario.edition(), language);
        return by == Deciding.DROOLS
                ? editions.engine(scenario.edition()).run(scenario, derivations -> explanations.of(derivations, wanted))
                : explanations.of(derive(scenario, by), wanted);
    }

    /**
     * The trees of reasons of everything that is decided of a scenario.
     *
     * @param language the code of the language of the sentences, one that the edition speaks
     * @throws CharterException as {@link #decide(Scenario, String, Deciding)}
     */
    public ReasonTrees reasons(Scenario scenario, String language) {
        Language spoken = scenario.edition().language(language);
        return ReasonTrees.of(derive(scenario, Deciding.DROOLS), spoken);
    }

    /**
     * As {@link #decide(Scenario, String, Deciding, Explaining)} by Drools, for a program that decides this scenario and no other: only the
     * rules that can apply to it are loaded, and they are not kept. The decisions are the same.
     */
    public DecisionDocument decideOnly(Scenario scenario, String language, Explaining wanted) {
        Explanations explanations = editions.explanations(scenario.edition(), language);
        return editions.engineForOnly(scenario).run(scenario, derivations -> explanations.of(derivations, wanted));
    }

    /**
     * What the rules derive from a scenario, decisions among it, each fact with every application of a rule that supports it:
     * the rule, what its variables stood for, the facts that it rests on, and the absences.
     *
     * @throws CharterException where it is to be verified and the two engines differ ({@code engines_differ})
     */
    public Derivations derive(Scenario scenario, Deciding by) {
        return switch (by) {
            case DROOLS -> editions.engine(scenario.edition()).run(scenario);
            case REFERENCE -> editions.evaluator(scenario.edition()).run(scenario);
            case VERIFIED -> {
                Derivations derived = editions.engine(scenario.edition()).run(scenario);
                List<Problem> differences = Agreement.differences(
                        derived, editions.evaluator(scenario.edition()).run(scenario));
                if (!differences.isEmpty()) {
                    throw new CharterException(differences);
                }
                yield derived;
            }
        };
    }

    /**
     * Looks for the smallest changes of a scenario that give a decision another outcome.
     *
     * @param within how many changes there may be
     * @param exhaustive whether every change in the space of the search is tried, also when some have been found to do
     * @param fixed JSON pointers of facts and fields that may not be changed
     * @param mostTrials how many changed scenarios are worked out before the search gives up
     * @return ways that were each decided by Drools and have the outcome
     */
    public Remedies how(
            Scenario scenario,
            String question,
            String subject,
            String outcome,
            int within,
            boolean exhaustive,
            Collection<String> fixed,
            int mostTrials) {
        How how = new How(
                editions.evaluator(scenario.edition()),
                question,
                subject,
                outcome,
                pointer -> fixed.stream().noneMatch(f -> pointer.equals(f) || pointer.startsWith(f + "/")),
                mostTrials);
        return how.find(
                scenario, within, exhaustive, patch -> gives(patch, scenario, question + ":" + subject, outcome));
    }

    private boolean gives(Patch patch, Scenario scenario, String key, String outcome) {
        try {
            return decide(patched(scenario, patch)).decisions().stream()
                    .anyMatch(d -> d.key().equals(key) && d.outcome().equals(outcome));
        } catch (CharterException e) {
            return false;
        }
    }

    /** A scenario after a patch, asked as the scenario is: by its edition and as of its date. */
    @SuppressWarnings("unchecked")
    private Scenario patched(Scenario scenario, Patch patch) {
        Map<String, Object> data = (Map<String, Object>) scenario.document().plain();
        return read(
                NodeReader.json("scenario", 0, JsonText.line(patch.applied(data))),
                new Overrides(scenario.edition().id(), scenario.asOf()));
    }

    /**
     * What is decided of a scenario as time goes by: the decisions on the first day, and on each day on which any of them changes.
     *
     * @param language the code of the language of the sentences
     */
    public List<DecisionDocument> timeline(Scenario scenario, LocalDate from, LocalDate to, String language) {
        Explanations explanations = editions.explanations(scenario.edition(), language);
        Map<LocalDate, DecisionDocument> decided = new HashMap<>();
        Function<Derivations, DecisionDocument> decisions = derivations -> decided.computeIfAbsent(
                derivations.scenario().asOf(), day -> explanations.of(derivations, Explaining.FULL));
        return new Timeline(editions.evaluator(scenario.edition()))
                        .phases(
                                scenario,
                                from,
                                to,
                                (one, other) -> decisions.apply(one).sameAnswers(decisions.apply(other)))
                        .stream()
                        .map(phase -> decisions.apply(phase.derivations()))
                        .toList();
    }
}
