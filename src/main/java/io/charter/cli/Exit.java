package io.charter.cli;

/** The exit statuses of the program. */
final class Exit {

    /** Everything was done. */
    static final int DONE = 0;
    /** The rules or the fixtures fall short. */
    static final int SHORT = 1;
    /** The command line means nothing. */
    static final int USAGE = 2;
    /** Some input could not be decided. */
    static final int UNDECIDED = 3;
    /** The program itself failed: output that could not be written, or a defect. */
    static final int FAILED = 4;

    private Exit() {}
}
