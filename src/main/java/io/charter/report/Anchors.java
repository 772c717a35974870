package io.charter.report;

import io.charter.explain.ReasonTree;
import java.util.HashMap;
import java.util.Map;

/** The names by which places of one side of a page are linked to. */
final class Anchors {

    private final String side;
    private final Map<String, String> decisions = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, String> clauses = new HashMap<>();

    Anchors(Report report) {
        this.side = report.language().code() + "-";
        for (ReasonTree tree : report.told()) {
            decisions.put(tree.decision().key(), side + "d" + (decisions.size() + 1));
        }
        report.facts().forEach(f -> facts.put(f.pointer(), side + "f" + (facts.size() + 1)));
        report.clauses().forEach(c -> clauses.put(c.id(), side + "c" + (clauses.size() + 1)));
    }

    /** A place of its own, such as a section. */
    String of(String name) {
        return side + name;
    }

    /** A decision's reasons, or null where the page does not tell them. */
    String decision(String key) {
        return decisions.get(key);
    }

    /** A step of a decision's reasons. */
    String step(String key, String id) {
        return decisions.get(key) + "-" + id;
    }

    String fact(String pointer) {
        return facts.get(pointer);
    }

    String clause(String id) {
        return clauses.get(id);
    }
}
