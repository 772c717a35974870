package io.charter.report;

import io.charter.explain.Places;
import io.charter.explain.ReasonTree;
import io.charter.rulebook.model.Rule;
import io.charter.scenario.Fact;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Position;
import io.charter.text.Words;
import io.charter.whynot.Compared;
import io.charter.whynot.Finding;
import io.charter.whynot.FindingWords;
import io.charter.whynot.Otherwise;
import io.charter.whynot.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why a decision has not another outcome, as an outline for a terminal: for each rule what holds and what fails, rule within rule. */
public final class WaysOutline {

    private static final int LEAST_WIDTH = 40;
    private static final int STEP = 3;
    private static final int MOST_FACTS = 4;
    private static final int MOST_HOLDING = 2;

    private final Otherwise otherwise;
    private final Language language;
    private final Words words;
    private final FindingWords said;
    private final int width;
    private final boolean coloured;
    private final StringBuilder out = new StringBuilder();
    private final Set<Object> told = new HashSet<>();

    private WaysOutline(Otherwise otherwise, int width, boolean coloured) {
        this.otherwise = otherwise;
        this.language = otherwise.trees().language();
        this.words = new Words(language.code());
        this.said = new FindingWords(otherwise.trees());
        this.width = Math.max(width, LEAST_WIDTH);
        this.coloured = coloured;
    }

    /**
     * The answer as text, with a line break at its end.
     *
     * @param width how many characters fit on a line
     * @param coloured whether codes of ECMA-48 may set text off
     */
    public static String text(Otherwise otherwise, int width, boolean coloured) {
        return new WaysOutline(otherwise, width, coloured).text();
    }

    private String text() {
        Scenario scenario = otherwise.trees().scenario();
        ReasonTree tree = otherwise.trees().own(otherwise.decision().key());
        write(
                0,
                "2",
                scenario.id() + " · " + scenario.edition().id() + " · "
                        + words.say("asOf", language.date(scenario.asOf())));
        out.append('\n');
        write(
                0,
                "1",
                words.say(
                        "whynot.question",
                        words.say(
                                "labelled",
                                Language.capital(tree.question()) + " · " + Language.capital(tree.subject()),
                                tree.outcome()),
                        otherwise.title()));
        write(0, "2", otherwise.decision().key());
        write(0, "", words.say(otherwise.ways().isEmpty() ? "whynot.none" : "whynot.legend"));
        for (int i = 0; i < otherwise.ways().size(); i++) {
            out.append('\n');
            told.clear();
            way(i + 1, otherwise.ways().get(i));
        }
        return out.toString();
    }

    private void way(int number, Way way) {
        rule((number + "  ").substring(0, STEP), "1", way.rule(), 0);
        findings(way.findings(), STEP);
    }

    /** A rule by its name, which is the norm in words, with its clause and its place. */
    private void rule(String mark, String code, Rule rule, int indent) {
        write(indent, code, mark + Language.capital(rule.name()));
        Position at = Places.of(otherwise.trees().scenario().edition(), rule.at());
        String clause = rule.clause() == null ? words.say("silent") : words.say("ofClause", rule.clause());
        write(indent + STEP, "36", clause + " · " + at.file() + ":" + at.line());
    }

    private void findings(List<Finding> findings, int indent) {
        findings.forEach(finding -> finding(finding, indent));
    }

    private void finding(Finding finding, int indent) {
        switch (finding.why()) {
            case HOLDS -> holds(finding, indent);
            case UNDERIVED -> underived(finding, indent);
            case VALUE -> value(finding, indent);
            case IN_THE_WAY -> inTheWay(finding, indent);
            default -> absent(finding, indent);
        }
    }

    private void holds(Finding finding, int indent) {
        if (!finding.tells()) {
            return;
        }
        List<String> holding = said.holding(finding);
        for (String line : holding.subList(0, Math.min(MOST_HOLDING, holding.size()))) {
            if (told.add(line)) {
                write(indent, "32", "✓  " + line);
            }
        }
        if (holding.size() > MOST_HOLDING) {
            write(indent + STEP, "2", words.count("whynot.more", holding.size() - MOST_HOLDING));
        }
    }

    private void underived(Finding finding, int indent) {
        if (finding.below().isEmpty()) {
            return;
        }
        Rule rule = finding.below().get(0).rule();
        if (!told.add(List.of(rule.name(), finding.demands(), finding.below()))) {
            write(indent, "", "✗  " + Language.capital(rule.name()) + " (" + words.say("whynot.before") + ")");
            return;
        }
        rule("✗  ", "", rule, indent);
        findings(finding.below(), indent + STEP);
    }

    private void value(Finding finding, int indent) {
        boolean first = true;
        for (Finding.Candidate candidate : finding.candidates()) {
            for (Compared compared : candidate.compared()) {
                write(indent, "31", (first ? "✗  " : "–  ") + compared(finding, compared));
                if (first) {
                    condition(finding, indent);
                }
                first = false;
            }
            candidate(candidate, indent + STEP);
        }
        if (!finding.below().isEmpty()) {
            write(indent + STEP, "", words.say("whynot.another") + words.say("colon"));
            findings(finding.below(), indent + STEP);
        }
    }

    private String compared(Finding finding, Compared compared) {
        String needed = said.needed(compared);
        if (needed == null) {
            return said.misses(compared);
        }
        String by = said.by(compared);
        return words.say("whynot.is", said.label(finding, compared), needed, said.is(compared))
                + (by == null ? "" : words.say("semicolon") + " " + by);
    }

    /** A fact that is not there, or not yet. */
    private void absent(Finding finding, int indent) {
        boolean later = finding.why() == Finding.Why.LATER;
        write(
                indent,
                "31",
                "✗  "
                        + words.say(
                                "labelled",
                                later ? said.later(finding.candidates().get(0)) : words.say("whynot.missing"),
                                said.wanted(finding)));
        condition(finding, indent);
        for (Finding.Candidate candidate : finding.candidates()) {
            if (!candidate.compared().isEmpty()) {
                Compared compared = candidate.compared().get(0);
                write(
                        indent + STEP,
                        "",
                        "–  " + words.say("labelled", words.say("whynot.nearest"), compared(finding, compared)));
            }
            candidate(candidate, indent + STEP + STEP);
        }
    }

    private void inTheWay(Finding finding, int indent) {
        for (Finding.Candidate candidate : finding.candidates()) {
            write(
                    indent,
                    "31",
                    "✗  "
                            + words.say(
                                    "labelled",
                                    words.say("whynot.inTheWay"),
                                    said.said(candidate.about().get(0))));
            pointers(candidate.facts(), indent + STEP);
        }
        condition(finding, indent);
        if (!finding.below().isEmpty()) {
            write(indent + STEP, "", words.say("whynot.removed") + words.say("colon"));
            findings(finding.below(), indent + STEP);
        }
    }

    private void candidate(Finding.Candidate candidate, int indent) {
        candidate.about().stream().limit(MOST_FACTS).forEach(premise -> write(indent, "", said.said(premise)));
        if (candidate.about().size() > MOST_FACTS) {
            write(indent, "2", words.count("whynot.more", candidate.about().size() - MOST_FACTS));
        }
        pointers(candidate.facts(), indent);
    }

    private void pointers(List<Fact> facts, int indent) {
        if (!facts.isEmpty()) {
            List<String> shown =
                    facts.stream().limit(MOST_FACTS).map(Fact::pointer).toList();
            String more = facts.size() > MOST_FACTS ? " " + words.count("whynot.more", facts.size() - MOST_FACTS) : "";
            write(indent, "2", String.join(" ", shown) + more);
        }
    }

    /** The condition as the rule has it, with its place. */
    private void condition(Finding finding, int indent) {
        Position at = Places.of(otherwise.trees().scenario().edition(), finding.at());
        write(indent + STEP, "2", finding.shown() + " · " + at.file() + ":" + at.line() + ":" + at.column());
    }

    /** Writes a text in lines that fit, each indented; the code of ECMA-48 sets it off where that may be. */
    private void write(int indent, String code, String text) {
        String hanging = text.matches("(?s)(\\d+|[✓✗–]) +.*") ? " ".repeat(STEP) : "";
        String margin = " ".repeat(indent);
        int room = Math.max(width - indent - hanging.length(), LEAST_WIDTH / 2);
        for (String line : Lines.wrap(text.replaceAll("\\p{Cntrl}", " "), room)) {
            String styled = coloured && !code.isEmpty() ? "\u001b[" + code + "m" + line + "\u001b[0m" : line;
            out.append(margin).append(styled).append('\n');
            margin = " ".repeat(indent) + hanging;
        }
    }
}
