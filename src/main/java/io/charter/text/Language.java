package io.charter.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a sentence needs to know of the language that it is written in. The texts themselves stand beside the rules; only
 * grammar and formats are here, and not from the JDK, whose data differ between versions.
 */
public interface Language {

    /** The languages that there are. */
    List<Language> ALL = List.of(new English(), new French());

    /** The language of a code such as {@code en}, or null. */
    static Language of(String code) {
        return ALL.stream().filter(l -> l.code().equals(code)).findFirst().orElse(null);
    }

    /** ISO 639-1. */
    String code();

    /** A date as written in a sentence. */
    String date(LocalDate date);

    /** An exact decimal amount, grouped in threes, without trailing zeros. */
    String number(BigDecimal amount);

    /** Whether a count takes the plural. */
    boolean plural(long count);

    /** The forms in which a placeholder may ask for a name: {@code {the state}}, {@code {de state}}. */
    Set<String> forms();

    /** A name in one of the {@link #forms()}, or bare (form null). */
    String name(String form, Name name);

    /** "a, b and c". */
    default String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0
                ? items.get(0)
                : String.join(", ", items.subList(0, last)) + " " + and() + " " + items.get(last);
    }

    /** The text with spaces that no line breaks at where the language wants them. */
    default String typeset(String text) {
        return text;
    }

    /** The word between the last two items of a list. */
    String and();

    String yes();

    String no();

    /** Digits of a plain decimal number grouped in threes. */
    static String grouped(BigDecimal number, String group, String point) {
        String plain = number.abs().stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder out = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                out.append(group);
            }
            out.append(whole.charAt(i));
        }
        return dot < 0
                ? out.toString()
                : out.append(point).append(plain.substring(dot + 1)).toString();
    }

    /** The text with its first letter in upper case. */
    static String capital(String text) {
        if (text.isEmpty() || Character.isUpperCase(text.charAt(0))) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(java.util.Locale.ROOT) + text.substring(first);
    }

    /** The text with its first letter in lower case. */
    static String uncapital(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
