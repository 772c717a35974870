package io.charter.engine;

import java.util.Map;

/**
 * How long the rules took in one session, over all scenarios that it was used for: from each event to the next, time belongs to
 * the rule that is at work. For one thread at a time.
 */
final class RuleTimes {

    private final Map<String, Integer> numbers;
    private final long[] applications;
    private final long[] matching;
    private final long[] applying;
    private long scenarios;
    private long[] into;
    private int rule;
    private long since;

    /** @param numbers the number of each rule, by its name */
    RuleTimes(Map<String, Integer> numbers) {
        this.numbers = numbers;
        this.applications = new long[numbers.size()];
        this.matching = new long[numbers.size()];
        this.applying = new long[numbers.size()];
    }

    void scenario() {
        scenarios++;
    }

    /** The conditions of a rule are being matched from now on. */
    void matches(String name) {
        turn(matching, numbers.get(name));
    }

    /** A rule is being applied from now on. */
    void applies(String name) {
        int number = numbers.get(name);
        applications[number]++;
        turn(applying, number);
    }

    /** No rule is at work from now on. */
    void rest() {
        turn(null, 0);
    }

    private void turn(long[] next, int number) {
        long now = System.nanoTime();
        if (into != null) {
            into[rule] += now - since;
        }
        into = next;
        rule = number;
        since = now;
    }

    long scenarios() {
        return scenarios;
    }

    long applications(int number) {
        return applications[number];
    }

    long matching(int number) {
        return matching[number];
    }

    long applying(int number) {
        return applying[number];
    }
}
