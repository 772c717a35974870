package io.charter.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** French: 1er janvier 2026; 1 000 000 000,01; "le conseil", "du conseil", "aux archives". */
final class French implements Language {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");
    private static final String NARROW_NO_BREAK_SPACE = "\u202f";
    private static final String VOWELS = "aàâeéèêëiîïoôuùûüyh";

    @Override
    public String code() {
        return "fr";
    }

    @Override
    public String date(LocalDate date) {
        String day = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        return day + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    @Override
    public String number(BigDecimal amount) {
        return Language.grouped(amount, NARROW_NO_BREAK_SPACE, ",");
    }

    @Override
    public boolean plural(long count) {
        return Math.abs(count) >= 2;
    }

    @Override
    public Set<String> forms() {
        return Set.of("le", "Le", "de", "De", "à", "À");
    }

    @Override
    public String name(String form, Name name) {
        if (form == null) {
            return name.text();
        }
        String said = switch (form.toLowerCase(Locale.ROOT)) {
            case "de" -> of(name.text());
            case "à" -> to(name.text());
            default -> name.text();
        };
        return Character.isUpperCase(form.charAt(0)) ? Language.capital(said) : said;
    }

    /** de + le is du, de + les is des; before a vowel without an article, d'. */
    private static String of(String name) {
        if (name.startsWith("le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("les ")) {
            return "des " + name.substring(4);
        }
        boolean article = name.startsWith("la ") || name.startsWith("l'");
        boolean vowel =
                VOWELS.indexOf(name.substring(0, 1).toLowerCase(Locale.ROOT).charAt(0)) >= 0;
        return (vowel && !article ? "d'" : "de ") + name;
    }

    /** à + le is au, à + les is aux. */
    private static String to(String name) {
        if (name.startsWith("le ")) {
            return "au " + name.substring(3);
        }
        return name.startsWith("les ") ? "aux " + name.substring(4) : "à " + name;
    }

    @Override
    public String typeset(String text) {
        return text.replaceAll(" ([;:?!»])", NARROW_NO_BREAK_SPACE + "$1").replace("« ", "«" + NARROW_NO_BREAK_SPACE);
    }

    @Override
    public String and() {
        return "et";
    }

    @Override
    public String yes() {
        return "oui";
    }

    @Override
    public String no() {
        return "non";
    }
}
