package io.charter.text;

/** Characters that may not stand in rules: whoever reads them would see something else than the engine, or nothing at all. */
public final class Characters {

    private Characters() {}

    /** The place of the first one in a part of a text, or -1. */
    public static int firstUnfit(String text, int from, int to) {
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            if (fault(text, i) != null) {
                return i;
            }
        }
        return -1;
    }

    /** What is wrong with the character at a place, or null. */
    public static String fault(String text, int at) {
        int code = text.codePointAt(at);
        if (code == '\\') {
            return text.startsWith("\\\"", at)
                    ? null
                    : "a backslash stands only before a quote in the message of a rule, as \\\"; write the character itself";
        }
        if (code == '\r') {
            return text.startsWith("\r\n", at)
                    ? null
                    : "a carriage return that ends no line has no place here; take it out";
        }
        return isUnseen(code)
                ? String.format("the character U+%04X, which nobody sees, has no place here; take it out", code)
                : null;
    }

    /** Whether a character shows nothing of itself, and may hide what stands around it. */
    public static boolean isUnseen(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL -> code != '\t' && code != '\n' && code != '\r';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
