package io.charter.report;

import io.charter.explain.Reason;
import io.charter.explain.ReasonTrees;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A tree of reasons as a graph, an arrow from each reason to what rests on it: for Graphviz or Mermaid. */
public final class Graph implements TreeFormat {

    private static final int LINE = 42;

    /** What draws the graph. */
    public enum Notation {
        DOT,
        MERMAID
    }

    private final Notation notation;
    private final Language language;
    private final Words words;
    private final List<String> nodes = new ArrayList<>();
    private final List<String> arrows = new ArrayList<>();

    public Graph(Notation notation, Language language) {
        this.notation = notation;
        this.language = language;
        this.words = new Words(language.code());
    }

    @Override
    public String text(ReasonTrees trees, String key) {
        nodes.clear();
        arrows.clear();
        step(trees.whole(key).root(), "decision");
        StringBuilder out = new StringBuilder();
        boolean dot = notation == Notation.DOT;
        out.append(
                dot
                        ? "digraph reasons {\n  rankdir=BT;\n  node [fontname=\"sans-serif\", fontsize=11, shape=box];\n"
                        : "flowchart BT\n");
        nodes.forEach(n -> out.append("  ").append(n).append('\n'));
        arrows.forEach(a -> out.append("  ").append(a).append('\n'));
        return out.append(
                        dot
                                ? "}\n"
                                : "  classDef decision stroke-width:3px\n  classDef fact fill:#eef3f8,stroke:#4a6785,color:#111\n")
                .toString();
    }

    private void step(Reason.Step step, String kind) {
        String clause = step.clause() == null ? words.say("silent") : words.say("ofClause", step.clause());
        node(name(step.id()), step.says() + "\n" + clause, kind);
        for (Reason reason : step.rests()) {
            if (reason instanceof Reason.Step below) {
                step(below, below.decision() == null ? "derived" : "decision");
                arrow(name(below.id()), step);
            } else if (reason instanceof Reason.Stated stated) {
                node(
                        name(stated.id()),
                        stated.fact().kind() + "\n" + stated.fact().line() + "\n"
                                + stated.fact().pointer(),
                        "fact");
                arrow(name(stated.id()), step);
            } else if (reason instanceof Reason.Told told) {
                arrow(name(told.id()), step);
            }
        }
        for (int i = 0; i < step.absences().size(); i++) {
            String name = name(step.id()) + "_no" + (i + 1);
            node(name, step.absences().get(i).condition(), "absence");
            arrow(name, step);
        }
    }

    private static String name(String id) {
        return "n" + id.replace('.', '_');
    }

    private void arrow(String from, Reason.Step to) {
        arrows.add(from + (notation == Notation.DOT ? " -> " + name(to.id()) + ";" : " --> " + name(to.id())));
    }

    private void node(String name, String label, String kind) {
        List<String> lines = label.lines()
                .flatMap(l -> Lines.wrap(l.replaceAll("\\p{Cntrl}", " "), LINE).stream())
                .toList();
        if (notation == Notation.DOT) {
            String style = switch (kind) {
                case "decision" -> ", penwidth=2";
                case "fact" -> ", style=filled, fillcolor=\"#eef3f8\"";
                case "absence" -> ", style=dashed";
                default -> "";
            };
            nodes.add(name + " [label=\""
                    + String.join("\\n", lines.stream().map(Graph::dot).toList()) + "\"" + style + "];");
        } else {
            nodes.add(name + "[\""
                    + String.join("<br>", lines.stream().map(Graph::mermaid).toList()) + "\"]"
                    + (kind.equals("decision") || kind.equals("fact") ? ":::" + kind : ""));
        }
    }

    private static String dot(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Every character that Mermaid, or the HTML that it makes, could take for its own becomes an entity. */
    private static String mermaid(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("\"#&<>`*_[]{}()|\\;".indexOf(c) >= 0) {
                out.append('#').append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
