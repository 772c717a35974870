package io.charter.report;

import static io.charter.report.Html.element;
import static io.charter.report.Html.link;
import static io.charter.report.Html.text;

import io.charter.explain.Reason;
import io.charter.explain.ReasonTree;
import io.charter.explain.StatedFact;
import io.charter.text.Language;
import io.charter.text.Words;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A tree of reasons as nested lists of a page. */
final class TreeHtml {

    private final Language language;
    private final Words words;
    private final Anchors anchors;
    private String key;

    TreeHtml(Language language, Anchors anchors) {
        this.language = language;
        this.words = new Words(language.code());
        this.anchors = anchors;
    }

    /** What the decision's sentence, which stands above it, rests on. */
    String of(ReasonTree tree) {
        key = tree.decision().key();
        StringBuilder out = new StringBuilder("<div class=\"tree\" id=\"" + anchors.decision(key) + "\">");
        out.append("<span id=\"").append(anchors.step(key, tree.root().id())).append("\"></span>");
        out.append(by(tree.root())).append(rests(tree.root()));
        if (!tree.disregarded().isEmpty()) {
            out.append("<ul>");
            for (ReasonTree.Disregarded disregarded : tree.disregarded()) {
                out.append(element(
                        "li",
                        "no",
                        element(
                                        "p",
                                        "",
                                        number("–") + mark(words.say("disregarded"), "quiet") + " "
                                                + text(disregarded.because()))
                                + element("p", "by", factLink(disregarded.fact()))));
            }
            out.append("</ul>");
        }
        return out.append("</div>").toString();
    }

    /** What a step rests on. One step that rests on one other goes on at the same depth: a chain would soon leave no room. */
    private String rests(Reason.Step step) {
        String absent = step.absences().stream().map(this::absence).collect(Collectors.joining());
        Reason.Step next = next(step);
        if (next == null) {
            return list("", items(step, r -> true) + absent);
        }
        return list("", items(step, r -> r != next) + absent) + list("chain", item(next));
    }

    /** The only step among what a step rests on, or null where there is none or several, or something refers back to it. */
    private static Reason.Step next(Reason.Step step) {
        Reason.Step only = null;
        for (Reason reason : step.rests()) {
            if (only != null && (reason instanceof Reason.Step || reason instanceof Reason.Told)) {
                return null;
            }
            only = reason instanceof Reason.Step below ? below : only;
        }
        return only;
    }

    private String items(Reason.Step step, Predicate<Reason> which) {
        return step.rests().stream().filter(which).map(this::item).collect(Collectors.joining());
    }

    private static String list(String classes, String items) {
        return items.isEmpty() ? "" : element("ul", classes, items);
    }

    private String item(Reason reason) {
        if (reason instanceof Reason.Step step) {
            return "<li class=\"step\" id=\"" + anchors.step(key, step.id()) + "\">"
                    + element("p", "", number(step.id()) + text(step.says())) + by(step) + rests(step) + "</li>";
        }
        if (reason instanceof Reason.Stated stated) {
            return "<li class=\"fact\" id=\"" + anchors.step(key, stated.id()) + "\">"
                    + element("p", "", number(stated.id()) + factLink(stated.fact()))
                    + (stated.fact().assumed() == null
                            ? ""
                            : element(
                                    "p",
                                    "by",
                                    mark(words.say("assumed"), "caution") + " "
                                            + Html.foreign(stated.fact().assumed())))
                    + "</li>";
        }
        if (reason instanceof Reason.Told told) {
            return element(
                    "li",
                    "told",
                    "<p>" + number("↑") + text(told.says()) + " "
                            + link(anchors.step(key, told.id()), "", text(words.say("told", told.id()))) + "</p>");
        }
        if (reason instanceof Reason.Decided decided) {
            return element("li", "decided", "<p>" + number("→") + decision(decided) + "</p>");
        }
        return element(
                "li",
                "asked",
                "<p>" + number("–")
                        + text(Language.capital(words.say("asked", language.date(((Reason.Asked) reason).date()))))
                        + "</p>");
    }

    private String decision(Reason.Decided decided) {
        String anchor = anchors.decision(decided.key());
        return anchor == null ? text(decided.says()) : link(anchor, "", text(decided.says()));
    }

    private String factLink(StatedFact fact) {
        String kind = text(fact.kind());
        String anchor = anchors.fact(fact.pointer());
        return element("span", "kind", anchor == null ? kind : link(anchor, "", kind))
                + text(words.say("labelled", "", ""))
                + Html.foreign(fact.line());
    }

    private String absence(Reason.Absence absence) {
        return element(
                "li",
                "no",
                element(
                        "p",
                        "",
                        number("–")
                                + text(Language.capital(words.say("labelled", absence.says(), "")))
                                + element("code", "", text(absence.condition()))));
    }

    private static String number(String id) {
        return element("span", "number", text(id)) + " ";
    }

    static String mark(String word, String kind) {
        return element("span", "mark " + kind, text(word));
    }

    /** In a chain, to which step a step goes on, as they stand at the same depth. */
    private String goesOn(Reason.Step step) {
        Reason.Step next = next(step);
        return next == null ? "" : element("span", "goes-on", text(words.say("restsOn")) + " ↓ " + text(next.id()));
    }

    /** The clause and rule of a step, with its values folded away. */
    private String by(Reason.Step step) {
        String clause = step.clause() == null
                ? text(Language.capital(words.say("silent")))
                : link(anchors.clause(step.clause()), "clause", text(words.say("ofClause", step.clause())));
        String silence = step.silence() == null ? "" : " (" + text(step.silence()) + ")";
        String values = step.values().stream()
                .map(v -> text(v.name()) + "&nbsp;= " + Html.foreign(v.said()))
                .collect(Collectors.joining(words.say("semicolon") + " "));
        return "<div class=\"by\">" + clause + silence + goesOn(step) + "<details><summary>"
                + text(words.say("report.values"))
                + "</summary><p>" + text(Language.capital(words.say("ruleNamed", step.rule()))) + "<br>"
                + element("code", "", text(step.at().file() + ":" + step.at().line())) + "<br>" + values
                + "</p></details></div>";
    }
}
