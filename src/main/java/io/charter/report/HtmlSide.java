package io.charter.report;

import static io.charter.report.Html.element;
import static io.charter.report.Html.link;
import static io.charter.report.Html.text;

import io.charter.explain.ReasonTree;
import io.charter.scenario.Scenario;
import io.charter.text.Build;
import io.charter.text.Language;
import io.charter.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that a page says in one language. */
final class HtmlSide {

    /** How many names stand beside a number of decisions at a glance. */
    private static final int NAMES = 12;

    private final Report report;
    private final Language language;
    private final Words words;
    private final Anchors anchors;
    private final TreeHtml trees;
    private final Timeline timeline;
    private final HtmlAnnexes annexes;
    private final StringBuilder out = new StringBuilder();

    HtmlSide(Report report) {
        this.report = report;
        this.language = report.language();
        this.words = new Words(language.code());
        this.anchors = new Anchors(report);
        this.trees = new TreeHtml(language, anchors);
        this.annexes = new HtmlAnnexes(report, anchors);
        this.timeline = new Timeline(report, anchors);
    }

    String html() {
        out.append("<div class=\"side\" lang=\"").append(language.code()).append("\">");
        head();
        how();
        contents();
        if (report.lead() != null) {
            section("lead", words.say("report.explained"), table(row(report.lead(), true)));
        } else if (report.told().size() > 1) {
            section("glance", words.say("report.glance"), glance());
        }
        if (report.lead() == null && !timeline.isEmpty()) {
            section("time-line", words.say("report.time"), time());
        }
        decisions();
        section("facts", words.say("report.facts"), annexes.facts());
        section("clauses", words.say("report.clauses"), annexes.clauses());
        Scenario scenario = report.scenario();
        out.append(element(
                "footer",
                "",
                element(
                        "p",
                        "",
                        text(words.say(
                                "report.foot",
                                Build.version(),
                                scenario.id(),
                                scenario.edition().id(),
                                scenario.edition().hash())))));
        return language.typeset(out.append("</div>").toString());
    }

    private void head() {
        Scenario scenario = report.scenario();
        out.append("<header>").append(element("p", "kicker", text(words.say("report.kicker"))));
        out.append(element("h1", "", Html.foreign(report.title())));
        String edition = scenario.edition().titles().get(language.code());
        out.append(element(
                "p",
                "standfirst",
                text(edition + ", ") + element("strong", "", text(words.say("asOf", language.date(scenario.asOf()))))
                        + "."));
        long assumed = report.facts().stream().filter(f -> f.assumed() != null).count();
        long unverified = report.clauses().stream().filter(c -> !c.verified()).count();
        List<String> numbers = new ArrayList<>();
        numbers.add(words.count("report.decision", report.told().size()));
        numbers.add(words.count("report.fact", report.facts().size())
                + (assumed == 0 ? "" : ", " + words.count("report.assumed", assumed)));
        numbers.add(words.count("report.clause", report.clauses().size())
                + (unverified == 0 ? "" : ", " + words.count("report.unverified", unverified)));
        out.append("<ul class=\"numbers\">");
        numbers.forEach(n -> out.append(element("li", "", text(n))));
        out.append("</ul></header>");
    }

    private void how() {
        StringBuilder said = new StringBuilder();
        said.append(element("p", "", text(words.say("report.how.1"))));
        said.append(element("p", "", text(words.say("report.how.2"))));
        said.append(element(
                "p",
                "",
                text(words.say("report.how.3"))
                        .replace("{0}", TreeHtml.mark(words.say("assumed"), "caution"))
                        .replace("{1}", TreeHtml.mark(words.say("report.unverified"), "doubt"))));
        section("how", words.say("report.how"), said.toString());
    }

    private void contents() {
        StringBuilder list = new StringBuilder();
        if (report.lead() == null && report.told().size() > 1) {
            list.append(entry("glance", words.say("report.glance")));
        }
        if (report.lead() == null && !timeline.isEmpty()) {
            list.append(entry("time-line", words.say("report.time")));
        }
        if (report.lead() != null) {
            list.append(entry("lead", words.say("report.explained")));
        }
        if (!report.groups().isEmpty()) {
            list.append(entry("decisions", words.say(report.lead() == null ? "report.decisions" : "report.behind")));
        }
        list.append(entry("facts", words.say("report.facts")));
        list.append(entry("clauses", words.say("report.clauses")));
        out.append("<nav aria-label=\"")
                .append(text(words.say("report.contents")))
                .append("\"><ul>");
        out.append(list).append("</ul></nav>");
    }

    private String entry(String section, String title) {
        return element("li", "", link(anchors.of(section), "", text(title)));
    }

    private void section(String name, String title, String content) {
        String id = anchors.of(name);
        out.append("<section aria-labelledby=\"")
                .append(id)
                .append("\"><h2 id=\"")
                .append(id)
                .append("\">");
        out.append(text(title)).append("</h2>").append(content).append("</section>");
    }

    private String glance() {
        StringBuilder rows = new StringBuilder();
        for (Report.Group group : report.groups()) {
            StringBuilder cell = new StringBuilder();
            for (Map.Entry<String, List<ReasonTree>> outcome : group.byOutcome().entrySet()) {
                List<ReasonTree> decided = outcome.getValue();
                String names = group.question().always() != null
                        ? ""
                        : decided.stream()
                                        .limit(NAMES)
                                        .map(t -> link(
                                                anchors.decision(t.decision().key()), "", Html.foreign(t.subject())))
                                        .collect(Collectors.joining(", "))
                                + (decided.size() > NAMES
                                        ? " " + text(words.count("report.more", decided.size() - NAMES))
                                        : "");
                cell.append(element(
                        "p",
                        "",
                        element("strong", "", text(outcome.getKey()))
                                + (group.decisions().size() > 1
                                        ? " " + element("span", "number", String.valueOf(decided.size()))
                                        : "")
                                + (names.isEmpty() ? "" : " – " + names)));
            }
            String title = Language.capital(group.question().titles().get(language.code()));
            rows.append(element(
                    "tr",
                    "",
                    "<th scope=\"row\">"
                            + link(anchors.of("q-" + group.question().name()), "", text(title)) + "</th>"
                            + element("td", "", cell.toString())));
        }
        return element(
                "table",
                "glance",
                element(
                                "thead",
                                "",
                                "<tr><th scope=\"col\">" + text(words.say("report.question"))
                                        + "</th><th scope=\"col\">" + text(words.say("report.answers")) + "</th></tr>")
                        + element("tbody", "", rows.toString()));
    }

    private String time() {
        return element("figure", "", timeline.svg() + element("figcaption", "", text(words.say("report.time.how"))))
                + element(
                        "details",
                        "list",
                        element("summary", "", text(words.say("report.time.list"))) + timeline.list());
    }

    private void decisions() {
        if (report.groups().isEmpty()) {
            if (report.lead() == null) {
                section("decisions", words.say("report.decisions"), element("p", "", text(words.say("report.none"))));
            }
            return;
        }
        StringBuilder bodies = new StringBuilder();
        for (Report.Group group : report.groups()) {
            String title = Language.capital(group.question().titles().get(language.code()));
            String rows = group.decisions().stream().map(t -> row(t, false)).collect(Collectors.joining());
            String id = anchors.of("q-" + group.question().name());
            bodies.append("<tbody id=\"").append(id).append("\">");
            if (group.question().always() == null) {
                bodies.append("<tr class=\"group\"><th colspan=\"4\" scope=\"rowgroup\"><h3>")
                        .append(text(title))
                        .append("</h3></th></tr>");
            }
            bodies.append(rows).append("</tbody>");
        }
        section(
                "decisions",
                words.say(report.lead() == null ? "report.decisions" : "report.behind"),
                table(bodies.toString()));
    }

    private String row(ReasonTree tree, boolean open) {
        boolean assumes = !tree.decision().assumes().isEmpty();
        boolean doubt = !tree.decision().unverified().isEmpty();
        String clause = tree.root().clause() == null
                ? text(words.say("silent"))
                : link(
                        anchors.clause(tree.root().clause()),
                        "clause",
                        text(tree.root().clause()));
        String marks = (assumes ? annexes.sign("report.rests", "report.assumes", "caution") : "")
                + (doubt ? annexes.sign("report.restsUnverified", "report.unverified", "doubt") : "");
        String subject = open || tree.subject() == null ? tree.heading() : tree.subjectTitle();
        return "<tr><th scope=\"row\">" + Html.foreign(subject) + "</th><td><strong>" + text(tree.outcome())
                + "</strong></td><td class=\"clauses\">" + clause + "</td><td class=\"reason\"><details"
                + (open ? " open" : "") + "><summary>"
                + element("span", "says", text(tree.decision().because())) + marks + "</summary>" + trees.of(tree)
                + "</details></td></tr>";
    }

    private String table(String rows) {
        return "<table class=\"decisions\"><thead><tr>" + column("report.subject") + column("report.outcome")
                + column("clause") + column("report.reason") + "</tr></thead>" + rows + "</table>";
    }

    private String column(String word) {
        return "<th scope=\"col\">" + text(Language.capital(words.say(word))) + "</th>";
    }
}
