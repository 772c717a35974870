package io.charter.engine;

import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;

/** What the rules of one edition cost. Thread-safe while the edition decides; read when that is over. */
final class EditionProfile {

    private final Profiler profiler;
    private final Edition edition;
    private final CountedRules counted;
    private final CompiledRules rules;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Queue<RuleTimes> times = new ConcurrentLinkedQueue<>();

    EditionProfile(Profiler profiler, Edition edition, RuleCache cache) {
        this.profiler = profiler;
        this.edition = edition;
        this.counted = new CountedRules(edition);
        this.rules = CompiledRules.of(edition, cache, counted::of);
        Network.mark(((InternalKnowledgeBase) rules.base()).getRete());
        edition.rules().forEach(rule -> numbers.put(rule.name(), numbers.size()));
    }

    /** The rules with their constraints counted. */
    CompiledRules rules() {
        return rules;
    }

    /**
     * A new session whose times count.
     *
     * @param conclusions of all rules, by their names
     */
    ScenarioSession session(Map<String, Conclusion> conclusions) {
        RuleTimes own = new RuleTimes(numbers);
        times.add(own);
        return new TimedSession(rules.base(), conclusions, own);
    }

    <T> T during(Profile.Part part, Supplier<T> work) {
        return profiler.during(part, work);
    }

    long scenarios() {
        return times.stream().mapToLong(RuleTimes::scenarios).sum();
    }

    Stream<Profile.ConstraintCost> constraintCosts() {
        return kept().map(Tally::cost);
    }

    /** The constraints that the network has. */
    Stream<Tally> kept() {
        return counted.tallies().stream().filter(Tally::isKept);
    }

    List<Profile.RuleCost> ruleCosts() {
        Map<String, long[]> sums = new HashMap<>();
        kept().forEach(tally -> {
            long[] sum = sums.computeIfAbsent(tally.rule(), k -> new long[2]);
            sum[0] += tally.evaluations();
            sum[1] += tally.held();
        });
        List<Profile.RuleCost> costs = new ArrayList<>();
        for (Rule rule : edition.rules()) {
            int number = numbers.get(rule.name());
            long[] sum = sums.getOrDefault(rule.name(), new long[2]);
            costs.add(new Profile.RuleCost(
                    rule.name(),
                    rule.at(),
                    times.stream().mapToLong(t -> t.applications(number)).sum(),
                    sum[0],
                    sum[1],
                    times.stream().mapToLong(t -> t.matching(number)).sum(),
                    times.stream().mapToLong(t -> t.applying(number)).sum()));
        }
        return costs;
    }
}
