package io.charter.cli;

/** What the program knows of the terminal that it runs in; the launcher tells it. */
final class Terminal {

    /** How many characters a line has where nothing says otherwise. */
    static final int DEFAULT_WIDTH = 100;

    private Terminal() {}

    /** Whether standard output is a terminal. */
    static boolean isOutput() {
        return Boolean.getBoolean("charter.tty.out");
    }

    /** Whether standard error is a terminal. */
    static boolean isError() {
        return Boolean.getBoolean("charter.tty.err");
    }

    /** Whether to colour what goes to standard output: on a terminal, unless NO_COLOR is set. */
    static boolean isColoured() {
        String noColor = System.getenv("NO_COLOR");
        return isOutput() && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** How many characters fit on a line. */
    static int width() {
        for (String given : new String[] {System.getProperty("charter.columns"), System.getenv("COLUMNS")}) {
            if (given != null && given.matches("\\d{2,4}")) {
                return Integer.parseInt(given);
            }
        }
        return DEFAULT_WIDTH;
    }
}
