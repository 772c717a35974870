package io.charter.engine;

import io.charter.text.Position;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;

/** Counts the evaluations of one constraint, and times some of them. Thread-safe. */
final class Tally {

    /** So many evaluations are all timed: the first are slower than those that the JVM has compiled. */
    private static final int FIRST = 1000;

    /** Of the others one in so many: to time each would take longer than most of them. A prime falls in with no rhythm. */
    private static final int EVERY = 61;

    /** An evaluation that took longer was interrupted, by another process or the collection of garbage. */
    private static final long INTERRUPTED_NANOS = 100_000;

    /** What it takes to time nothing. */
    private static final long EMPTY_NANOS = emptyNanos();

    private final String rule;
    private final String text;
    private final Position at;
    private final LongAdder evaluations = new LongAdder();
    private final LongAdder held = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final Set<String> rules = new TreeSet<>();
    private boolean kept;
    private boolean indexed;

    // Of threads that count at once, one may not be seen here; it does not matter which evaluations are timed.
    private int first = FIRST;
    private int left = EVERY;

    Tally(String rule, String text, Position at) {
        this.rule = rule;
        this.text = text;
        this.at = at;
    }

    /** One evaluation, to be timed or not. */
    interface Evaluation {
        boolean holds() throws Exception;
    }

    private static long emptyNanos() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long sum = 0;
            for (int i = 0; i < 1000; i++) {
                long begin = System.nanoTime();
                sum += System.nanoTime() - begin;
            }
            least = Math.min(least, sum / 1000);
        }
        return least;
    }

    /** Whether the next evaluation is to be timed. */
    boolean isDue() {
        return first > 0 || --left <= 0;
    }

    boolean timed(Evaluation evaluation) throws Exception {
        long begin = System.nanoTime();
        boolean holds = evaluation.holds();
        long took = System.nanoTime() - begin;
        boolean isFirst = first > 0;
        if (isFirst) {
            first--;
        } else {
            left = EVERY;
        }
        if (took < INTERRUPTED_NANOS) {
            nanos.add((isFirst ? 1 : EVERY) * (took - EMPTY_NANOS));
        }
        return counted(holds);
    }

    boolean counted(boolean holds) {
        evaluations.increment();
        if (holds) {
            held.increment();
        }
        return holds;
    }

    /** Says that the network of Drools has it, for some rules. */
    void keep(Set<String> forRules, boolean byIndex) {
        kept = true;
        rules.addAll(forRules);
        indexed |= byIndex;
    }

    /** Whether the network of Drools has it; for others, it has the same one of an earlier rule. */
    boolean isKept() {
        return kept;
    }

    /** Whether the network has it for the rule that it was written in, and perhaps for others. */
    boolean isOfItsRule() {
        return rules.contains(rule);
    }

    String rule() {
        return rule;
    }

    long evaluations() {
        return evaluations.sum();
    }

    long held() {
        return held.sum();
    }

    Profile.ConstraintCost cost() {
        int others = rules.size() - (isOfItsRule() ? 1 : 0);
        return new Profile.ConstraintCost(
                rule, text, at, others, indexed, evaluations(), held(), Math.max(0, nanos.sum()));
    }
}
