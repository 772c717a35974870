package io.charter.text;

/** Writes texts so that Markdown takes nothing in them for its own signs. */
public final class Markdown {

    private Markdown() {}

    /** The text on one line, its signs escaped. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\|*_`<>\\[\\]#])", "\\\\$1").replaceAll("\\R", " ");
    }
}
