package io.charter.report;

import io.charter.explain.Reason;
import io.charter.explain.ReasonTree;
import io.charter.explain.ReasonTrees;
import io.charter.explain.SaidValue;
import io.charter.explain.StatedFact;
import io.charter.rulebook.model.Clause;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A tree of reasons as a numbered outline for a terminal. */
public final class Outline implements TreeFormat {

    private static final int LEAST_WIDTH = 40;

    private final Language language;
    private final Words words;
    private final int width;
    private final boolean coloured;
    private StringBuilder out;

    /**
     * @param width how many characters fit on a line
     * @param coloured whether codes of ECMA-48 may set text off
     */
    public Outline(Language language, int width, boolean coloured) {
        this.language = language;
        this.words = new Words(language.code());
        this.width = Math.max(width, LEAST_WIDTH);
        this.coloured = coloured;
    }

    @Override
    public String text(ReasonTrees trees, String key) {
        Scenario scenario = trees.scenario();
        out = new StringBuilder();
        write(
                0,
                "2",
                scenario.id() + " · " + scenario.edition().id() + " · "
                        + words.say("asOf", language.date(scenario.asOf())));
        List<ReasonTree> parts = trees.parts(key);
        for (int i = 0; i < parts.size(); i++) {
            if (i == 1) {
                out.append('\n');
                write(0, "1", words.say("decisionsBehind"));
            }
            out.append('\n');
            decision(parts.get(i));
        }
        Set<String> cited = parts.stream()
                .flatMap(p -> p.clauses().stream().map(Clause::id))
                .collect(Collectors.toSet());
        clauses(scenario.edition().clauses().values().stream()
                .filter(c -> cited.contains(c.id()))
                .toList());
        return out.toString();
    }

    private void decision(ReasonTree tree) {
        write(0, "1", words.say("labelled", tree.heading(), tree.outcome()));
        write(0, "2", tree.decision().key());
        reason(tree.root(), 0);
        for (ReasonTree.Disregarded disregarded : tree.disregarded()) {

            write(0, "", "–  " + words.say("labelled", words.say("disregarded"), disregarded.because()));
            fact(disregarded.fact(), 2);
        }
    }

    private void step(Reason.Step step, int indent) {
        String clause = step.clause() == null
                ? words.say("silent") + (step.silence() == null ? "" : " (" + step.silence() + ")")
                : words.say("ofClause", step.clause());
        write(
                indent + 2,
                "36",
                clause + " · " + words.say("ruleNamed", step.rule()) + " · "
                        + step.at().file() + ":" + step.at().line());
        if (!step.values().isEmpty()) {
            write(indent + 2, "2", words.say("with") + " " + values(step.values()));
        }
        for (Reason reason : step.rests()) {
            reason(reason, indent + 2);
        }
        for (Reason.Absence absence : step.absences()) {

            write(indent + 2, "", "–  " + absence.says());
            write(indent + 5, "2", absence.condition());
        }
    }

    private String values(List<SaidValue> values) {
        return values.stream()
                .map(v -> v.name() + " = " + v.said())
                .collect(Collectors.joining(words.say("semicolon") + " "));
    }

    private void reason(Reason reason, int indent) {
        if (reason instanceof Reason.Step step) {
            write(indent, "", step.id() + "  " + step.says());
            step(step, indent);
        } else if (reason instanceof Reason.Stated stated) {
            write(
                    indent,
                    "",
                    stated.id() + "  "
                            + words.say(
                                    "labelled", words.say("fact"), stated.fact().kind()));
            fact(stated.fact(), indent + 2);
        } else if (reason instanceof Reason.Told told) {
            write(indent, "", "↑  " + told.says() + " (" + words.say("told", told.id()) + ")");
        } else if (reason instanceof Reason.Decided decided) {
            write(indent, "", "→  " + decided.says() + " (" + words.say("decidedElsewhere", decided.key()) + ")");
        } else if (reason instanceof Reason.Asked asked) {
            write(indent, "", "–  " + words.say("asked", language.date(asked.date())));
        }
    }

    private void fact(StatedFact fact, int indent) {
        write(indent, "", fact.line());
        write(indent, "2", fact.pointer());
        remark("assumed", fact.assumed(), indent);
        remark("source", fact.source(), indent);
        remark("note", fact.note(), indent);
    }

    private void remark(String word, String text, int indent) {
        if (text != null) {
            write(indent, word.equals("assumed") ? "33" : "2", words.say("labelled", words.say(word), text));
        }
    }

    private void clauses(List<Clause> clauses) {
        if (!clauses.isEmpty()) {
            out.append('\n');
            write(0, "1", Language.capital(words.say("clauses")));
        }
        for (Clause clause : clauses) {
            write(0, "36", clause.id() + (clause.verified() ? "" : " (" + words.say("unverifiedClause") + ")"));
            write(2, "", clause.wording().get(language.code()));
            if (clause.reading().containsKey(language.code())) {
                write(
                        2,
                        "",
                        words.say(
                                "labelled",
                                words.say("reading"),
                                clause.reading().get(language.code())));
            }
            write(2, "2", words.say("labelled", words.say("source"), clause.source()));
        }
    }

    /** Writes a text in lines that fit, each indented; the code of ECMA-48 sets it off where that may be. */
    private void write(int indent, String code, String text) {
        int room = Math.max(width - indent, LEAST_WIDTH / 2);
        String hanging = text.matches("\\d+  .*|[↑→–] .*") ? "   " : "";
        String margin = " ".repeat(indent);
        for (String line : Lines.wrap(language.typeset(text.replaceAll("\\p{Cntrl}", " ")), room - hanging.length())) {
            String styled = coloured && !code.isEmpty() ? "\u001b[" + code + "m" + line + "\u001b[0m" : line;
            out.append(margin).append(styled).append('\n');
            margin = " ".repeat(indent) + hanging;
        }
    }
}
