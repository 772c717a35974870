package io.charter.report;

import io.charter.explain.Reason;
import io.charter.explain.ReasonTree;
import io.charter.explain.StatedFact;
import io.charter.rulebook.model.Clause;
import io.charter.text.Language;
import io.charter.text.Markdown;
import io.charter.text.Words;

/** A report as Markdown, in one language: the decisions with their reasons as nested lists, the facts, and the clauses. */
public final class MarkdownReport {

    private final Report report;
    private final Language language;
    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
        this.language = report.language();
        this.words = new Words(language.code());
    }

    public static String of(Report report) {
        return new MarkdownReport(report).text();
    }

    private String text() {
        out.append("# ").append(escaped(report.title())).append("\n\n");
        out.append(escaped(report.scenario().edition().titles().get(language.code())))
                .append(", ")
                .append(words.say("asOf", language.date(report.scenario().asOf())))
                .append(".\n\n");
        for (int i = 1; i <= 3; i++) {
            String said = words.say("report.how." + i, words.say("assumed"), words.say("report.unverified"));
            out.append(escaped(said)).append("\n\n");
        }
        heading("##", words.say("report.decisions"));
        if (report.groups().isEmpty()) {
            out.append(words.say("report.none")).append("\n\n");
        }
        for (Report.Group group : report.groups()) {
            heading("###", Language.capital(group.question().titles().get(language.code())));
            group.decisions().forEach(this::decision);
            out.append('\n');
        }
        heading("##", words.say("report.facts"));
        report.facts().forEach(this::fact);
        out.append('\n');
        heading("##", words.say("report.clauses"));
        report.clauses().forEach(this::clause);
        return out.toString();
    }

    private void heading(String level, String title) {
        out.append(level).append(' ').append(escaped(title)).append("\n\n");
    }

    private void decision(ReasonTree tree) {
        item(
                0,
                "**"
                        + escaped(
                                tree.subject() == null
                                        ? Language.capital(tree.outcome())
                                        : words.say("labelled", tree.subjectTitle(), tree.outcome()))
                        + "** (" + escaped(clause(tree.root())) + "). "
                        + escaped(tree.decision().because()));
        rests(tree.root(), 1);
        for (ReasonTree.Disregarded disregarded : tree.disregarded()) {
            item(1, "*" + words.say("disregarded") + "*: " + escaped(disregarded.because()));
        }
    }

    private String clause(Reason.Step step) {
        return step.clause() == null ? words.say("silent") : words.say("ofClause", step.clause());
    }

    private void rests(Reason.Step step, int depth) {
        for (Reason reason : step.rests()) {
            if (reason instanceof Reason.Step below) {
                item(
                        depth,
                        "(" + below.id() + ") " + escaped(below.says()) + " (" + escaped(clause(below)) + "; "
                                + escaped(words.say("ruleNamed", below.rule())) + ", `"
                                + below.at().file() + ":"
                                + below.at().line() + "`)");
                rests(below, depth + 1);
            } else if (reason instanceof Reason.Stated stated) {
                item(depth, "(" + stated.id() + ") " + said(stated.fact()));
            } else if (reason instanceof Reason.Told told) {
                item(depth, "↑ " + escaped(told.says()) + " (" + words.say("told", told.id()) + ")");
            } else if (reason instanceof Reason.Decided decided) {
                item(depth, "→ " + escaped(decided.says()));
            } else if (reason instanceof Reason.Asked asked) {
                item(depth, escaped(words.say("asked", language.date(asked.date()))));
            }
        }
        for (Reason.Absence absence : step.absences()) {
            item(depth, escaped(absence.says()) + " `" + absence.condition().replace("`", "'") + "`");
        }
    }

    private String said(StatedFact fact) {
        return escaped(fact.kind()) + ": " + escaped(fact.line())
                + (fact.assumed() == null ? "" : " **" + words.say("assumed") + "**: " + escaped(fact.assumed()));
    }

    private void fact(StatedFact fact) {
        item(0, said(fact));
        if (fact.note() != null) {
            item(1, escaped(words.say("labelled", words.say("note"), fact.note())));
        }
        if (fact.source() != null) {
            item(1, escaped(words.say("labelled", words.say("source"), fact.source())));
        }
    }

    private void clause(Clause clause) {
        item(
                0,
                "**" + escaped(clause.id()) + "**"
                        + (clause.verified() ? "" : " (" + words.say("report.unverified") + ")") + ": "
                        + escaped(clause.wording().get(language.code())));
        if (clause.reading().containsKey(language.code())) {
            String reading = clause.reading().get(language.code());
            item(1, escaped(words.say("labelled", words.say("reading"), reading)));
        }
        item(1, escaped(words.say("labelled", words.say("source"), clause.source())));
    }

    private void item(int depth, String text) {
        out.append("  ".repeat(depth)).append("- ").append(text).append('\n');
    }

    private static String escaped(String text) {
        return Markdown.escaped(text);
    }
}
