package io.charter.text;

/**
 * How a language writes the name of somebody or something inside a sentence.
 *
 * @param text the name with the article that it takes, as it stands in the middle of a sentence: "the council"
 * @param agreement grammatical gender and number where the language needs them: ms, fs, mp, fp; else null
 */
public record Name(String text, String agreement) {

    /** A name that takes no article and that nothing needs to agree with. */
    public static Name plain(String text) {
        return new Name(text, null);
    }

    public boolean plural() {
        return agreement != null && agreement.endsWith("p");
    }

    public boolean feminine() {
        return agreement != null && agreement.startsWith("f");
    }
}
