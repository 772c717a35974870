package io.charter.cli;

import io.charter.text.Problem;
import java.io.PrintStream;

/** Tells on standard error what could not be decided: the first faults one by one, the others as a number. */
final class Complaints {

    private static final int MOST_SHOWN = 50;

    private final PrintStream to;
    private int shown;
    private long failures;
    private boolean byRules;
    private boolean byDefect;

    Complaints(PrintStream to) {
        this.to = to;
    }

    /** @param failure the failure of a scenario, or null for none */
    void note(Failure failure) {
        if (failure == null) {
            return;
        }
        failures++;
        byRules |= failure.byRules();
        byDefect |= failure.byDefect();
        for (Problem problem : failure.problems()) {
            if (shown++ < MOST_SHOWN) {
                boolean placed = problem.at() != null;
                to.println(placed ? problem.toString() : failure.file() + ":" + failure.line() + ": " + problem);
            }
        }
    }

    void summary() {
        if (shown > MOST_SHOWN) {
            to.println((shown - MOST_SHOWN) + " more faults; " + failures + " scenarios could not be decided");
        }
    }

    int status() {
        if (byDefect) {
            return Exit.FAILED;
        }
        return byRules ? Exit.SHORT : failures > 0 ? Exit.UNDECIDED : Exit.DONE;
    }
}
