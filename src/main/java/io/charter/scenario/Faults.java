package io.charter.scenario;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a scenario, told in the order in which it stands there. */
final class Faults {

    private final List<Problem> problems = new ArrayList<>();

    void add(String code, String message, Position at, String pointer) {
        problems.add(new Problem(code, message, at, pointer));
    }

    /** Throws all of them, if there are any. */
    void raise() {
        if (!problems.isEmpty()) {
            Comparator<Position> inOrder =
                    Comparator.comparingInt(Position::line).thenComparingInt(Position::column);
            throw new CharterException(problems.stream()
                    .sorted(Comparator.comparing(Problem::at, inOrder))
                    .toList());
        }
    }

    /** Whether something is wrong at a pointer or below it. */
    boolean below(String pointer) {
        return problems.stream()
                .anyMatch(p -> p.pointer().equals(pointer) || p.pointer().startsWith(pointer + "/"));
    }

    /** Whether some fact type is unknown, so that a fact that seems missing may only be misnamed. */
    boolean hasUnknownTypes() {
        return problems.stream().anyMatch(p -> p.code().equals("unknown_type"));
    }
}
