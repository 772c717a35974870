package io.charter.whynot;

import io.charter.explain.Sentences;
import io.charter.reference.Row;
import io.charter.rulebook.model.ValueType;
import io.charter.text.Language;
import io.charter.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Says by how much a value misses what is asked of it: amounts to the cent, dates in days. */
final class Shortfall {

    private static final int CENTS = 2;

    private final Language language;
    private final Sentences sentences;
    private final Words words;

    Shortfall(Language language, Sentences sentences) {
        this.language = language;
        this.sentences = sentences;
        this.words = new Words(language.code());
    }

    /** A clause such as "short by 3", or null where nothing is to be said besides the values. */
    String of(Compared compared) {
        Object is = compared.left();
        Object needed = compared.right().get(0);
        if (is instanceof LocalDate date && needed instanceof LocalDate other && ordered(compared)) {
            long days = ChronoUnit.DAYS.between(other, date);
            long moved = days + (strict(compared) ? days >= 0 ? 1 : -1 : 0);
            return strict(compared) && days == 0
                    ? words.count(compared.operator().equals("<") ? "whynot.late" : "whynot.early", 1)
                    : words.count(moved > 0 ? "whynot.late" : "whynot.early", Math.abs(moved));
        }
        if (is instanceof Number && needed instanceof Number && ordered(compared)) {
            BigDecimal missing = number(needed).subtract(number(is));
            if (strict(compared)) {
                BigDecimal step = step(compared, missing);
                missing = compared.operator().equals(">") ? missing.add(step) : missing.subtract(step);
            }
            return words.say(missing.signum() > 0 ? "whynot.short" : "whynot.over", language.number(missing.abs()));
        }
        return null;
    }

    /** In what way any value is not what is asked, where no number says it. */
    String otherwise(Compared compared) {
        if (compared.left() == null) {
            return words.say("whynot.unstated");
        }
        String is = said(compared, compared.left());
        return switch (compared.operator()) {
            case "==" ->
                compared.right().get(0) == null
                        ? words.say("whynot.stated", is)
                        : words.say(
                                "whynot.other",
                                is,
                                said(compared, compared.right().get(0)));
            case "in" ->
                words.say(
                        "whynot.notAmong",
                        is,
                        language.list(compared.right().stream()
                                .map(v -> said(compared, v))
                                .toList()));
            case "contains" ->
                words.say("whynot.notIn", said(compared, compared.right().get(0)));
            case "not contains" ->
                words.say("whynot.isIn", said(compared, compared.right().get(0)));
            default -> words.say("whynot.just", is);
        };
    }

    /** A value in words; null for the fact itself. */
    String said(Compared compared, Object value) {
        if (value == null || value instanceof Row) {
            return null;
        }
        return compared.origin() != null && !(value instanceof List)
                ? sentences.value(compared.origin(), value)
                : sentences.value(value);
    }

    private static boolean ordered(Compared compared) {
        return !List.of("!=", "in", "not in").contains(compared.operator());
    }

    private static boolean strict(Compared compared) {
        return compared.operator().equals("<") || compared.operator().equals(">");
    }

    /** The least by which two values can differ: one where things are counted; a cent, or a finer part where either has it. */
    private static BigDecimal step(Compared compared, BigDecimal difference) {
        return compared.type() == ValueType.COUNT
                ? BigDecimal.ONE
                : BigDecimal.ONE.movePointLeft(
                        Math.max(CENTS, difference.stripTrailingZeros().scale()));
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal amount ? amount : BigDecimal.valueOf(((Number) value).longValue());
    }
}
