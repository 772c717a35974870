package io.charter.explain;

import java.time.LocalDate;
import java.util.List;

/**
 * A fact of a scenario, in words.
 *
 * @param pointer its JSON pointer
 * @param type its type
 * @param kind what the vocabulary says of the type, without its full stop
 * @param on the day on which it happened, or null
 * @param line its values in one line: "the member: the club; the day of the notice: 1 March 2026"
 * @param source where it is known from, or null
 * @param assumed why it is taken as given though no source says so, or null
 * @param note a remark, or null
 */
public record StatedFact(
        String pointer,
        String type,
        String kind,
        LocalDate on,
        List<SaidValue> values,
        String line,
        String source,
        String assumed,
        String note) {

    /** Its kind and the first of its values, enough to know it again. */
    public String brief() {
        return values.isEmpty() ? kind : kind + " (" + values.get(0).said() + ")";
    }

    /** Its kind and its line. */
    public String says() {
        return kind + " (" + line + ")";
    }
}
