package io.charter.rulebook.syntax;

import io.charter.text.Problem;

/** A fault at which reading a declaration or rule stops; reading goes on behind it. */
final class SyntaxFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SyntaxFault(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
