package io.charter.text;

/**
 * A place in a text: the file as the user named it, and line and column counted from 1. A line or column of 0 means that
 * the whole file, or the whole line, is meant.
 */
public record Position(String file, int line, int column) {

    /** A whole file. */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    /** As any record's, without what the JVM has to set up for those: one is asked for at every start. */
    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
