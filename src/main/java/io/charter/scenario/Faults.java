package io.charter.scenario;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a scenario, in the order in which it was found. */
final class Faults {

    private final List<Problem> problems = new ArrayList<>();

    void add(String code, String message, Position at, String pointer) {
        problems.add(new Problem(code, message, at, pointer));
    }

    /** Throws all of them, if there are any. */
    void raise() {
        if (!problems.isEmpty()) {
            throw new CharterException(problems);
        }
    }
}
