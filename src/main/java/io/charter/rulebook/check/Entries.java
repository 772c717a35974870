package io.charter.rulebook.check;

import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One entry of a data file of a rule set. A key that means nothing, or a value of the wrong kind, is a problem; what is then
 * missing for that reason is none.
 */
final class Entries {

    private final Node node;
    private final List<Problem> problems;
    private final Set<String> meant = new HashSet<>();

    /** @param keys what may stand in the entry */
    Entries(Node node, Set<String> keys, List<Problem> problems) {
        this.node = node;
        this.problems = problems;
        if (!node.is(Node.Kind.OBJECT)) {
            problem(
                    "expected entries of the form \"key: value\" (" + String.join(", ", keys) + "), found "
                            + node.kind().shown(),
                    node.at());
            meant.addAll(keys);
            return;
        }
        for (String key : node.members().keySet()) {
            if (!keys.contains(key)) {
                problem(
                        "\"" + key + "\" has no meaning here; expected " + String.join(", ", keys)
                                + Near.hint(key, keys),
                        node.keyAt(key));
                keys.stream().filter(k -> !Near.hint(key, List.of(k)).isEmpty()).forEach(meant::add);
            }
        }
    }

    /** The value of a key, or null. */
    Node get(String key) {
        return node.get(key);
    }

    /** Whether the key is not there, nor any that was probably meant to be it. */
    boolean lacks(String key) {
        return node.get(key) == null && !meant.contains(key);
    }

    /** Where the value of a key stands, or else the entry. */
    Position at(String key) {
        return node.get(key) == null ? node.at() : node.get(key).at();
    }

    /** The text of a key; null where it is missing, which is a problem. */
    String text(String key) {
        Node value = node.get(key);
        if (lacks(key)) {
            problem("\"" + key + "\" is missing; add \"" + key + ": …\"", node.at());
        } else if (value != null
                && value.members().isEmpty()
                && value.items().isEmpty()
                && !value.text().isBlank()) {
            return value.text().strip();
        } else if (value != null) {
            problem("\"" + key + "\" has to be a text; found " + found(value), value.at());
        }
        return null;
    }

    /** How a message names what stands somewhere. */
    static String found(Node value) {
        return switch (value.kind()) {
            case NULL -> "nothing";
            case OBJECT -> "entries";
            case ARRAY -> "a list";
            default -> value.text().isBlank() ? "an empty text" : value.kind().shown();
        };
    }

    /** A text in each language; a missing one is a problem. */
    Map<String, String> texts(List<String> languages) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : languages) {
            String text = text(language);
            if (text != null) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    void problem(String message, Position at) {
        problems.add(Problem.of("data", message, at));
    }
}
