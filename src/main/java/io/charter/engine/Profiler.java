package io.charter.engine;

import io.charter.rulebook.compile.RuleCache;
import io.charter.rulebook.model.Edition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Measures where the time of a run goes. Rules that are measured have every constraint counted, so they take longer than others;
 * what they decide is the same. Thread-safe.
 */
public final class Profiler {

    private final Queue<EditionProfile> editions = new ConcurrentLinkedQueue<>();
    private final Queue<Clock> clocks = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Clock> clock = ThreadLocal.withInitial(() -> {
        Clock own = new Clock();
        clocks.add(own);
        return own;
    });

    /** The time that one thread spent in each part. */
    private static final class Clock {

        private final long[] nanos = new long[Profile.Part.values().length];
        private Profile.Part part;
        private long since;

        /** From now on time belongs to a part, or to none. Gives the part before. */
        Profile.Part turn(Profile.Part next) {
            long now = System.nanoTime();
            if (part != null) {
                nanos[part.ordinal()] += now - since;
            }
            Profile.Part before = part;
            part = next;
            since = now;
            return before;
        }
    }

    /** An engine for an edition that measures what its rules cost. */
    public Engine engine(Edition edition, RuleCache cache, Limits limits) {
        return during(Profile.Part.LOADING, () -> {
            EditionProfile profile = new EditionProfile(this, edition, cache);
            editions.add(profile);
            return new Engine(profile, limits);
        });
    }

    /**
     * Does some work whose time belongs to a part of the run. What another part takes within it does not count twice.
     *
     * @param part the part, or null for time that is not to be counted, as a thread waits
     */
    public <T> T during(Profile.Part part, Supplier<T> work) {
        Clock own = clock.get();
        Profile.Part before = own.turn(part);
        try {
            return work.get();
        } finally {
            own.turn(before);
        }
    }

    /** What has been measured; to be asked for when nothing is being decided. */
    public Profile profile() {
        return new Profile(
                editions.stream().mapToLong(EditionProfile::scenarios).sum(),
                Arrays.stream(Profile.Part.values())
                        .map(part -> new Profile.PartCost(
                                part,
                                clocks.stream()
                                        .mapToLong(c -> c.nanos[part.ordinal()])
                                        .sum()))
                        .toList(),
                editions.stream()
                        .flatMap(edition -> edition.ruleCosts().stream())
                        .sorted(Comparator.comparingLong(Profile.RuleCost::nanos)
                                .thenComparing(Profile.RuleCost::evaluations)
                                .reversed())
                        .toList(),
                editions.stream()
                        .flatMap(edition -> edition.constraintCosts())
                        .sorted(Comparator.comparingLong(Profile.ConstraintCost::evaluations)
                                .thenComparing(Profile.ConstraintCost::nanos)
                                .reversed())
                        .toList());
    }
}
