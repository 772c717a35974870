package io.charter.rulebook.syntax;

import io.charter.text.Position;

/**
 * A piece of a rule file.
 *
 * @param text what it says: for a {@link Kind#TEXT} the characters between the quotes, with escapes undone and line breaks folded
 */
record Token(Kind kind, String text, Position at) {

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
