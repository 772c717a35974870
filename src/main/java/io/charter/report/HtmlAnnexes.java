package io.charter.report;

import static io.charter.report.Html.element;
import static io.charter.report.Html.text;

import io.charter.explain.StatedFact;
import io.charter.rulebook.model.Clause;
import io.charter.text.Language;
import io.charter.text.Node;
import io.charter.text.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands behind the decisions of a page in one language: the facts and the clauses, each with its source. */
final class HtmlAnnexes {

    private final Report report;
    private final Language language;
    private final Words words;
    private final Anchors anchors;

    HtmlAnnexes(Report report, Anchors anchors) {
        this.report = report;
        this.language = report.language();
        this.words = new Words(language.code());
        this.anchors = anchors;
    }

    /** A mark with what it means. */
    String sign(String meaning, String word, String kind) {
        return " <span class=\"mark " + kind + "\" title=\"" + text(words.say(meaning)) + "\">" + text(words.say(word))
                + "</span>";
    }

    /** Everything that the scenario states; where one decision is explained, what it rests on. */
    String facts() {
        StringBuilder content = new StringBuilder();
        Node notes = report.scenario().document().get("notes");
        if (notes != null && report.lead() == null) {
            content.append("<div class=\"notes\"><h3>")
                    .append(text(words.say("report.notes")))
                    .append("</h3>");
            List<Node> each = notes.is(Node.Kind.ARRAY) ? notes.items() : List.of(notes);
            each.forEach(n -> content.append(element("p", "", Html.foreign(n.text()))));
            content.append("</div>");
        }
        if (report.lead() == null) {
            content.append(element("p", "intro", text(words.say("report.facts.how"))));
        }
        Map<String, List<StatedFact>> byKind = report.facts().stream()
                .collect(Collectors.groupingBy(StatedFact::kind, java.util.LinkedHashMap::new, Collectors.toList()));
        byKind.forEach((kind, facts) -> {
            content.append(element("h3", "", text(kind)));
            content.append("<ul class=\"facts\">");
            facts.forEach(f -> content.append(fact(f)));
            content.append("</ul>");
        });
        return content.toString();
    }

    private String fact(StatedFact fact) {
        StringBuilder said = new StringBuilder("<p>").append(Html.foreign(fact.line()));
        if (fact.on() != null && fact.on().isAfter(report.scenario().asOf())) {
            said.append(' ').append(TreeHtml.mark(words.say("report.later"), "quiet"));
        } else if (!report.used().contains(fact.pointer())) {
            said.append(' ').append(TreeHtml.mark(words.say("report.unused"), "quiet"));
        }
        said.append("</p>");
        if (fact.assumed() != null) {
            said.append(element(
                    "p", "by", TreeHtml.mark(words.say("assumed"), "caution") + " " + Html.foreign(fact.assumed())));
        }
        if (fact.note() != null) {
            said.append(element(
                    "p",
                    "by",
                    text(words.say("labelled", Language.capital(words.say("note")), "")) + Html.foreign(fact.note())));
        }
        String source = fact.source() == null
                ? ""
                : text(words.say("labelled", Language.capital(words.say("source")), "")) + Html.source(fact.source())
                        + " · ";
        return "<li id=\"" + anchors.fact(fact.pointer()) + "\">" + said
                + element("p", "by", source + element("code", "", text(fact.pointer()))) + "</li>";
    }

    /** The clauses cited. */
    String clauses() {
        StringBuilder content = new StringBuilder(element("p", "intro", text(words.say("report.clauses.how"))));
        content.append("<dl class=\"clauses\">");
        for (Clause clause : report.clauses()) {
            String reading = clause.reading().get(language.code());
            content.append("<dt id=\"")
                    .append(anchors.clause(clause.id()))
                    .append("\">")
                    .append(text(clause.id()));
            content.append(clause.verified() ? "" : sign("unverifiedClause", "report.unverified", "doubt"));
            content.append("</dt><dd>")
                    .append(element("p", "", text(clause.wording().get(language.code()))));
            if (reading != null) {
                content.append(element(
                        "p",
                        "reading",
                        element("em", "", text(words.say("labelled", Language.capital(words.say("reading")), "")))
                                + text(reading)));
            }
            content.append(element(
                    "p",
                    "by",
                    text(words.say("labelled", Language.capital(words.say("source")), ""))
                            + Html.source(clause.source())));
            content.append("</dd>");
        }
        return content.append("</dl>").toString();
    }
}
