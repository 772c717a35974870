package io.charter.how;

import io.charter.reference.Evaluator;
import io.charter.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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

    private final Evaluator evaluator;
    private final String question;
    private final String subject;
    private final String wanted;
    private final Predicate<String> free;
    private final int mostTrials;
    private int trials;
    private boolean complete = true;

    /**
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

    /** Whether all of the space was searched. */
    public boolean complete() {
        return complete;
    }

    /** How many changes were tried. */
    public int trials() {
        return trials;
    }

    /** The single changes that give the outcome. */
    public List<Change> one(Scenario scenario) {
        return one(new Trials(evaluator, scenario, question, subject));
    }

    /** A change to try, and how many trials taught of it in turn. */
    private record Step(Change change, int learned) {}

    private List<Change> one(Trials base) {
        Candidates candidates = new Candidates(base.scenario(), subject, base.lookedAt(), free);
        Deque<Step> open = new ArrayDeque<>();
        candidates.ofFacts(base.origins()).forEach(change -> open.add(new Step(change, 0)));
        candidates.added(base.sketches()).forEach(change -> open.add(new Step(change, 0)));
        Set<String> seen = new HashSet<>();
        List<Change> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Step step = open.removeFirst();
            Change change = step.change();
            if (!seen.add(key(change))) {
                continue;
            }
            if (trials >= mostTrials) {
                complete = false;
                break;
            }
            trials++;
            Trials.Tried tried = base.attempt(change);
            if (wanted.equals(tried.outcome())) {
                found.add(change);
            }
            if (step.learned() < MOST_LEARNED) {
                candidates
                        .variants(change, tried.made(), tried.origins())
                        .forEach(variant -> open.add(new Step(variant, step.learned() + 1)));
            }
        }
        return found;
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
