package io.charter.rulebook.check;

import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the entries of a data file of a rule set; a key that means nothing, or a value of the wrong kind, is a problem. */
final class Entries {

    private final List<Problem> problems;

    Entries(List<Problem> problems) {
        this.problems = problems;
    }

    /** Notes every key of the entry that is not one of these. */
    void allow(Node entry, Set<String> keys) {
        if (!entry.is(Node.Kind.OBJECT)) {
            problem(
                    "data",
                    "expected entries of the form \"key: value\" (" + String.join(", ", keys) + "), found "
                            + entry.kind().shown(),
                    entry);
            return;
        }
        for (String key : entry.members().keySet()) {
            if (!keys.contains(key)) {
                problems.add(Problem.of(
                        "data",
                        "\"" + key + "\" has no meaning here; expected " + String.join(", ", keys)
                                + Near.hint(key, keys),
                        entry.keyAt(key)));
            }
        }
    }

    /** The text of a key; where it is missing, a problem and null. */
    String text(Node entry, String key) {
        Node value = entry.get(key);
        if (value == null || value.text().isBlank()) {
            problem("data", "\"" + key + "\" is missing; add \"" + key + ": …\"", entry);
            return null;
        }
        return value.text().strip();
    }

    /** A text in each language; a missing one is a problem. */
    Map<String, String> texts(Node entry, List<String> languages) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : languages) {
            String text = text(entry, language);
            if (text != null) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    void problem(String code, String message, Node at) {
        problems.add(Problem.of(code, message, at.at()));
    }
}
