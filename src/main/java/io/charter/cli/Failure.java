package io.charter.cli;

import io.charter.text.Problem;
import java.util.List;

/**
 * A scenario that could not be read or decided.
 *
 * @param scenario its id, or null where even that could not be read
 * @param line the line of the file on which it begins; 0 when it has none
 */
record Failure(String scenario, String file, int line, List<Problem> problems) {

    /** Whether the rules are at fault, and not the scenario. */
    boolean byRules() {
        return problems.stream().anyMatch(p -> p.code().startsWith("rules_"));
    }

    /** Whether the program itself is at fault: its two engines differ. */
    boolean byDefect() {
        return problems.stream().anyMatch(p -> p.code().equals("engines_differ"));
    }
}
