package io.charter;

import io.charter.engine.Engine;
import io.charter.engine.Limits;
import io.charter.engine.Profile;
import io.charter.engine.Profiler;
import io.charter.explain.Explanations;
import io.charter.reference.Evaluator;
import io.charter.rulebook.RuleSets;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The editions of some rule sets and what decides by them, each made when it is first asked for, and kept. Thread-safe. */
final class KeptEditions {

    private final RuleSets ruleSets;
    private final RuleCache cache;
    private final Limits limits;
    private final Profiler profiler;
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();
    private final Map<String, Engine> engines = new ConcurrentHashMap<>();
    private final Map<String, Evaluator> evaluators = new ConcurrentHashMap<>();
    private final Map<Spoken, Explanations> explanations = new ConcurrentHashMap<>();

    /** @param profiler measures where the time goes; null for none */
    KeptEditions(RuleSets ruleSets, RuleCache cache, Limits limits, Profiler profiler) {
        this.ruleSets = ruleSets;
        this.cache = cache;
        this.limits = limits;
        this.profiler = profiler;
    }

    Set<String> ids() {
        return ruleSets.ids();
    }

    /** @throws io.charter.text.CharterException when there is no such edition, or when its rules have faults */
    Edition edition(String id) {
        Supplier<Edition> edition = () -> kept(editions, id, k -> ruleSets.edition(k, cache));
        return profiler == null ? edition.get() : profiler.during(Profile.Part.LOADING, edition);
    }

    /** @throws io.charter.text.CharterException when the edition does not speak the language */
    Explanations explanations(Edition edition, String language) {
        Language spoken = edition.language(language);
        return kept(explanations, new Spoken(edition.id(), language), k -> new Explanations(edition, spoken));
    }

    Engine engine(Edition edition) {
        return kept(
                engines,
                edition.id(),
                k -> profiler == null
                        ? new Engine(CompiledRules.of(edition, cache), limits)
                        : profiler.engine(edition, cache, limits));
    }

    /** An engine for one scenario and no other; it is not kept. */
    Engine engineForOnly(Scenario scenario) {
        return Engine.forOnly(scenario, cache, limits);
    }

    Evaluator evaluator(Edition edition) {
        return kept(evaluators, edition.id(), k -> new Evaluator(edition));
    }

    /** An edition and a language of its sentences. Java makes code for what it writes out itself, at each start. */
    private record Spoken(String edition, String language) {

        @Override
        public boolean equals(Object object) {
            return object instanceof Spoken other && edition.equals(other.edition) && language.equals(other.language);
        }

        @Override
        public int hashCode() {
            return 31 * edition.hashCode() + language.hashCode();
        }
    }

    /** What is kept under a key, made when it is first asked for; nobody waits for who looks it up. */
    private static <K, V> V kept(Map<K, V> all, K key, Function<K, V> make) {
        V known = all.get(key);
        return known != null ? known : all.computeIfAbsent(key, make);
    }
}
