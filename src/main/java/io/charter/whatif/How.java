package io.charter.whatif;

import io.charter.reference.Evaluator;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the smallest changes of a scenario that give a question another outcome.
 *
 * <p>The search is an exact one in a stated space: every fact on which the question rests taken away; every field of such a fact
 * set to each value at which a comparison of the rules would come out otherwise, to those just beside it, and to each value of its
 * list; every fact added that a rule looked for, with the values that the rule asks of it. What a trial teaches of further
 * thresholds is tried in turn, until nothing new is learned.
 */
public final class How {

    /** How often in turn what a trial teaches is followed. */
    private static final int MOST_LEARNED = 3;

    private static final int MOST_WAYS = 6;
    private static final int MOST_OF_A_KIND = 12;
    private static final int ENOUGH = 40;
    /** How many more changes are tried, for ways of other kinds, when one has been found and not all are asked for. */
    private static final int MORE = 400;

    private final Evaluator evaluator;
    private final String question;
    private final String subject;
    private final String wanted;
    private final Predicate<String> free;
    private final int mostTrials;
    private Set<Fact> original = Set.of();
    private boolean all;
    private int trials;
    private boolean complete = true;

    /**
     * @param wanted the outcome that is wanted
     * @param free whether the fact or field at a JSON pointer may be changed
     * @param mostTrials how many changes are tried before the search gives up
     */
    public How(
            Evaluator evaluator,
            String question,
            String subject,
            String wanted,
            Predicate<String> free,
            int mostTrials) {
        this.evaluator = evaluator;
        this.question = question;
        this.subject = subject;
        this.wanted = wanted;
        this.free = free;
        this.mostTrials = mostTrials;
    }

    /**
     * Looks for ways with one change; where there is none, with two, and so on.
     *
     * @param within how many changes there may be
     * @param exhaustive whether all changes are tried; else the search ends a little after some were found that give the
     *     outcome
     * @param works whether a way gives a valid scenario with the outcome, by the word of the engine
     */
    public Remedies find(Scenario scenario, int within, boolean exhaustive, Predicate<Patch> works) {
        original = Collections.newSetFromMap(new IdentityHashMap<>());
        original.addAll(scenario.facts());
        all = exhaustive;
        List<Remedy> found = new ArrayList<>();
        int changes = 0;
        while (found.isEmpty() && changes < within && complete) {
            changes++;
            List<List<Change>> ways = new ArrayList<>();
            search(new Trials(evaluator, scenario, question, subject), changes, List.of(), ways);
            for (List<List<Change>> kind : new Ranking(scenario, subject).byKind(ways)) {
                kind.stream()
                        .limit(MOST_OF_A_KIND)
                        .map(way -> new Remedy(way, Patch.of(way, scenario)))
                        .filter(remedy -> works.test(remedy.patch()))
                        .findFirst()
                        .ifPresent(found::add);
                if (found.size() == MOST_WAYS) {
                    break;
                }
            }
        }
        return new Remedies(wanted, found, changes, complete, trials);
    }

    /** Adds the ways with exactly so many more changes; those first that the nearest unfulfilled rules ask for. */
    private void search(Trials base, int changes, List<Change> before, List<List<Change>> ways) {
        List<Change> found = singles(base, changes == 1);
        if (changes == 1) {
            found.forEach(change -> ways.add(with(before, change)));
            return;
        }
        for (Change change : found) {
            if (!complete || ways.size() >= ENOUGH) {
                complete = false;
                return;
            }
            search(base.after(change), changes - 1, with(before, change), ways);
        }
    }

    private static List<Change> with(List<Change> before, Change change) {
        List<Change> all = new ArrayList<>(before);
        all.add(change);
        return all;
    }

    /**
     * A change to try.
     *
     * @param learned how many trials taught of it in turn
     * @param distance how near the rules are that name what it touches
     * @param order its place among the changes of its kind; the first of each kind are tried before the second of any
     */
    private record Step(Change change, int learned, int distance, int order) {}

    /**
     * Tries single changes, those first that the nearest unfulfilled rules ask for.
     *
     * @param giving whether only those that give the outcome are wanted, or all
     */
    private List<Change> singles(Trials base, boolean giving) {
        Candidates candidates = new Candidates(base.scenario(), subject, base.lookedAt(), free);
        Guidance guidance = new Guidance(base.derivations(), question, subject, wanted);
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.<Step>comparingInt(s -> s.distance() / Guidance.FAR)
                .thenComparingInt(Step::order)
                .thenComparingInt(Step::distance));
        List<Change> first = new ArrayList<>(candidates.ofFacts(base.origins()));
        first.addAll(candidates.added(base.sketches()));
        first.sort(Comparator.comparing(change -> !isAboutSubject(change)));
        Map<Object, Integer> ofKind = new HashMap<>();
        for (Change change : first) {
            int order = ofKind.merge(kind(change), 1, Integer::sum);
            open.add(new Step(change, 0, guidance.distance(change), order));
        }
        int sinceFound = 0;
        Set<String> seen = new HashSet<>();
        List<Change> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Step step = open.remove();
            Change change = step.change();
            boolean again = change.touched() != null && !original.contains(change.touched());
            if (again || !seen.add(key(change))) {
                continue;
            }
            boolean enough = !all && giving && !found.isEmpty() && sinceFound++ >= MORE;
            if (enough || trials >= mostTrials) {
                complete = false;
                break;
            }
            trials++;
            Trials.Tried tried = base.attempt(change);
            if (!giving || wanted.equals(tried.outcome())) {
                found.add(change);
            }
            if (step.learned() < MOST_LEARNED) {
                for (Change variant : candidates.variants(change, tried.made(), tried.origins())) {
                    open.add(new Step(variant, step.learned() + 1, step.distance(), step.order()));
                }
            }
        }
        return found;
    }

    private boolean isAboutSubject(Change change) {
        Map<String, Object> values = change instanceof Change.Added added
                ? added.values()
                : change.touched().values();
        return values.containsValue(subject);
    }

    private static Object kind(Change change) {
        return List.of(
                change.getClass(),
                change.type().name(),
                change instanceof Change.Replaced replaced ? replaced.field().name() : "");
    }

    private static String key(Change change) {
        if (change instanceof Change.Removed removed) {
            return removed.fact().pointer();
        }
        return change instanceof Change.Replaced replaced
                ? replaced.fact().pointer() + "/" + replaced.field().name() + "=" + replaced.value()
                : change.type().name() + new java.util.TreeMap<>(((Change.Added) change).values());
    }
}
