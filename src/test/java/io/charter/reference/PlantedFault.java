package io.charter.reference;

import io.charter.rulebook.model.Rule;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One change of one rule.
 *
 * @param rule the rule as it is without the fault
 * @param file where it stands, below the folder of rules
 * @param from where the text that is changed begins in the file
 * @param was the text that is changed
 * @param becomes what is there instead
 */
record PlantedFault(String edition, Rule rule, Path file, Kind kind, int from, String was, String becomes) {

    enum Kind {
        COMPARISON_TURNED,
        NUMBER_MOVED,
        DATE_MOVED,
        TEXT_REPLACED,
        CONSTRAINT_DROPPED,
        CONDITION_DROPPED,
        CONDITION_TURNED,
        FUNCTION_TURNED
    }

    /** The text of the file with the fault in it. */
    String in(String text) {
        if (!text.startsWith(was, from)) {
            throw new IllegalArgumentException(file + " has no " + was + " at " + from);
        }
        return text.substring(0, from) + becomes + text.substring(from + was.length());
    }

    @Override
    public String toString() {
        String what = becomes.isBlank() ? "without " + shown(was) : shown(was) + " as " + shown(becomes);
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " in " + file + ", rule \"" + rule.name()
                + "\": " + what;
    }

    private static String shown(String text) {
        return "[" + text.strip().replaceAll("\\s+", " ") + "]";
    }
}
