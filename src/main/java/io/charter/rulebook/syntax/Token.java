package io.charter.rulebook.syntax;

import io.charter.text.Position;
import io.charter.text.Problem;

/**
 * A piece of a rule file.
 *
 * @param text what it says: for a {@link Kind#TEXT} the characters between the quotes, with the escapes of quotes undone
 * @param problem for a {@link Kind#FAULT}, what is wrong; else null
 */
record Token(Kind kind, String text, Position at, Problem problem) {

    Token(Kind kind, String text, Position at) {
        this(kind, text, at, null);
    }

    enum Kind {
        /** A word: keyword, type, field or method. */
        WORD,
        /** A rule variable, {@code $state}. */
        VARIABLE,
        /** A text in double quotes. */
        TEXT,
        /** A number. */
        NUMBER,
        /** An annotation's name, {@code @clause}. */
        ANNOTATION,
        /** Punctuation or an operator. */
        SIGN,
        /** What can be no part of a rule file. Nothing is said of it until reading comes to it. */
        FAULT,
        /** The end of the file. */
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }

    /** The token as a message quotes it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case TEXT -> "the text \"" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "\"";
            case ANNOTATION -> "@" + text;
            default -> "\"" + text + "\"";
        };
    }
}
