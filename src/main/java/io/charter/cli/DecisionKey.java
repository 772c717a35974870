package io.charter.cli;

import io.charter.text.Near;
import java.util.Collection;
import java.util.List;

/** Finds the decision that was meant by {@code QUESTION:SUBJECT}. */
final class DecisionKey {

    private static final int FEW = 8;

    private DecisionKey() {}

    /** What to say of a key that no decision has: the key that was probably meant, or what there is. */
    static String unknown(String given, Collection<String> keys) {
        String said = "nothing is decided under \"" + given + "\"";
        int colon = given.indexOf(':');
        if (colon < 0) {
            said += ", which is no QUESTION:SUBJECT";
        }
        String near = Near.hint(given, keys);
        if (!near.isEmpty() || keys.isEmpty()) {
            return said + near;
        }
        String question = colon < 0 ? given : given.substring(0, colon);
        List<String> same =
                keys.stream().filter(k -> k.startsWith(question + ":")).toList();
        List<String> shown = same.isEmpty()
                ? keys.stream()
                        .map(k -> k.substring(0, k.indexOf(':') + 1) + "…")
                        .distinct()
                        .toList()
                : same;
        return said + "; there " + (shown.size() == 1 ? "is " : "are ")
                + String.join(", ", shown.subList(0, Math.min(FEW, shown.size())))
                + (shown.size() > FEW ? " and " + (shown.size() - FEW) + " more" : "");
    }
}
