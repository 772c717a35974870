package io.charter.rulebook.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number may be: {@code > 0}, or {@code 1..13}.
 *
 * @param least the least value, or the value above which it begins when exclusive
 * @param most the greatest value, or null
 */
public record Range(BigDecimal least, boolean exclusive, BigDecimal most) {

    private static final Pattern ABOVE = Pattern.compile("(>=?)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern BETWEEN = Pattern.compile("(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)");

    public static Optional<Range> parse(String text) {
        Matcher above = ABOVE.matcher(text.strip());
        if (above.matches()) {
            return Optional.of(
                    new Range(new BigDecimal(above.group(2)), above.group(1).equals(">"), null));
        }
        Matcher between = BETWEEN.matcher(text.strip());
        return between.matches()
                ? Optional.of(new Range(new BigDecimal(between.group(1)), false, new BigDecimal(between.group(2))))
                : Optional.empty();
    }

    public boolean has(BigDecimal value) {
        int order = value.compareTo(least);
        return (exclusive ? order > 0 : order >= 0) && (most == null || value.compareTo(most) <= 0);
    }

    /** How a message says it: "more than 0", "1 to 13". */
    public String shown() {
        if (most != null) {
            return least + " to " + most;
        }
        return (exclusive ? "more than " : "at least ") + least;
    }
}
