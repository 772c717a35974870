package io.charter.text;

import java.util.List;
import java.util.stream.Collectors;

/** Rules or scenarios that cannot be used; carries every problem found, never none. */
public final class CharterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public CharterException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public CharterException(Problem problem) {
        this(List.of(problem));
    }

    public CharterException(String code, String message) {
        this(Problem.of(code, message, null));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Whether the rule files themselves are at fault, so that no scenario can be decided by them. */
    public boolean isAboutRules() {
        return problems.stream()
                .anyMatch(p -> p.at() != null
                        && (p.at().file().endsWith(".drl") || p.at().file().endsWith(".yaml")));
    }
}
