package io.charter.explain;

import io.charter.rulebook.model.Edition;
import io.charter.text.Position;

/** Names places in rule files as paths below the rule set, which say the same wherever the rules are kept. */
public final class Places {

    private Places() {}

    /** The place, with the file as the edition names it. */
    public static Position of(Edition edition, Position at) {
        String file = at.file().replace('\\', '/');
        return edition.sources().keySet().stream()
                .filter(key -> file.equals(key) || file.endsWith("/" + key))
                .max(java.util.Comparator.comparingInt(String::length))
                .map(key -> new Position(key, at.line(), at.column()))
                .orElse(at);
    }
}
