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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a decision has not another outcome, as an outline for a terminal: for each rule what fails, which other rules
 * it builds on, and what holds.
 */
public final class WaysOutline {

    private static final int LEAST_WIDTH = 40;
    private static final int STEP = 3;
    private static final int MOST_WAYS = 5;
    private static final int MOST_NEAR = 3;
    private static final int MOST_FACTS = 4;
    private static final int MOST_HOLDING = 8;

    private final Otherwise otherwise;
    private final Language language;
    private final Words words;
    private final FindingWords said;
    private final int width;
    private final boolean coloured;
    private final StringBuilder out = new StringBuilder();

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
                words.say("whynot.question", words.say("labelled", tree.heading(), tree.outcome()), otherwise.title()));
        write(0, "2", otherwise.decision().key());
        write(0, "", words.say(otherwise.ways().isEmpty() ? "whynot.none" : "whynot.legend"));
        for (int i = 0; i < Math.min(MOST_WAYS, otherwise.ways().size()); i++) {
            out.append('\n');
            way(i + 1, otherwise.ways().get(i));
        }
        if (otherwise.ways().size() > MOST_WAYS) {
            out.append('\n');
            write(0, "2", words.count("whynot.ways", otherwise.ways().size() - MOST_WAYS));
        }
        return out.toString();
    }

    private void way(int number, Way way) {
        write(
                0,
                "1",
                (number + "  ").substring(0, STEP) + Language.capital(way.rule().name()));
        write(STEP, "36", place(way.rule()));
        Set<Object> changes = new HashSet<>();
        List<Finding> needs = way.needs();
        needs.forEach(need -> changes.add(need.change()));
        needs.forEach(need -> need(need, way.rule(), changes));
        if (!way.chain().isEmpty()) {
            write(STEP, "", words.say("whynot.chain"));
            way.chain().forEach(rule -> {
                write(STEP, "", "→  " + Language.capital(rule.name()));
                write(STEP + STEP, "36", place(rule));
            });
        }
        holds(way);
    }

    private String place(Rule rule) {
        Position at = Places.of(otherwise.trees().scenario().edition(), rule.at());
        return clause(rule) + " · " + at.file() + ":" + at.line();
    }

    private String clause(Rule rule) {
        return rule.clause() == null ? words.say("silent") : words.say("ofClause", rule.clause());
    }

    /** What fails, with the facts that come near or stand in the way, and what would help besides. */
    private void need(Finding need, Rule top, Set<Object> changes) {
        Finding.Candidate first =
                need.candidates().isEmpty() ? null : need.candidates().get(0);
        String fails = switch (need.why()) {
            case VALUE -> said.compared(need, first.compared().get(0));
            case IN_THE_WAY ->
                words.say(
                        "labelled",
                        words.say("whynot.inTheWay"),
                        said.said(first.about().get(0)));
            default -> words.say("labelled", said.lacking(need), said.wanted(need));
        };
        write(STEP, "31", "✗  " + fails);
        if (!need.rule().name().equals(top.name())) {
            write(STEP + STEP, "", words.say("whynot.under", need.rule().name(), clause(need.rule())));
        }
        Position at = Places.of(otherwise.trees().scenario().edition(), need.at());
        write(STEP + STEP, "2", need.shown() + " · " + at.file() + ":" + at.line() + ":" + at.column());
        List<Finding.Candidate> shown = shown(need);
        shown.forEach(candidate -> candidate(need, candidate, candidate == first));
        more(need.candidates().size() - shown.size(), STEP + STEP);
        remedies(need, changes);
    }

    /** The nearest facts; of those that only name somebody else, one. */
    private static List<Finding.Candidate> shown(Finding need) {
        List<Finding.Candidate> shown = new ArrayList<>();
        boolean other = false;
        for (Finding.Candidate candidate : need.candidates()) {
            boolean names = candidate.compared().stream().anyMatch(Compared::ofNames);
            if (shown.size() < MOST_NEAR && !(names && other)) {
                shown.add(candidate);
                other |= names;
            }
        }
        return shown;
    }

    private void candidate(Finding need, Finding.Candidate candidate, boolean first) {
        int indent = STEP + STEP;
        boolean told = first && (need.why() == Finding.Why.VALUE || need.why() == Finding.Why.IN_THE_WAY);
        if (!told) {
            String why = !candidate.compared().isEmpty()
                    ? words.say(
                            "whynot.nearest",
                            said.compared(need, candidate.compared().get(0)))
                    : need.why() == Finding.Why.IN_THE_WAY
                            ? words.say("whynot.inTheWay")
                            : said.later(candidate) ? said.happens(candidate) : words.say("whynot.besides");
            write(indent, "", "–  " + why);
            indent += STEP;
        }
        if (!told || need.why() != Finding.Why.IN_THE_WAY) {
            facts(candidate, indent);
        }
        if (candidate.about().isEmpty() && candidate.facts().size() < MOST_NEAR) {
            for (Fact fact : candidate.facts()) {
                write(indent, "", said.said(fact));
                write(indent, "2", fact.pointer());
            }
        } else {
            pointers(candidate.facts(), indent);
        }
    }

    private void facts(Finding.Candidate candidate, int indent) {
        List<String> facts =
                candidate.about().stream().map(said::said).distinct().toList();
        facts.stream().limit(MOST_FACTS).forEach(fact -> write(indent, "", fact));
        more(facts.size() - MOST_FACTS, indent);
    }

    /** What could make it otherwise, or would bring one more of what is counted, where nothing needed already does. */
    private void remedies(Finding need, Set<Object> changes) {
        boolean met = need.why() == Finding.Why.VALUE
                && need.below().stream()
                        .anyMatch(other -> other.needs().allMatch(remedy -> changes.contains(remedy.change())));
        if (met) {
            return;
        }
        Map<Boolean, List<Finding>> below = need.below().stream()
                .collect(Collectors.partitioningBy(finding -> finding.why() == Finding.Why.UNDERIVED));
        remedies("whynot.another", below.get(true), changes);
        remedies(
                need.why() == Finding.Why.IN_THE_WAY ? "whynot.removed" : "whynot.otherwise",
                below.get(false),
                changes);
    }

    private void remedies(String title, List<Finding> below, Set<Object> changes) {
        List<String> remedies = below.stream()
                .flatMap(Finding::needs)
                .filter(remedy -> !changes.contains(remedy.change()))
                .map(this::remedy)
                .distinct()
                .toList();
        if (!remedies.isEmpty()) {
            write(STEP + STEP, "", words.say(title));
            remedies.stream().limit(MOST_NEAR).forEach(remedy -> write(STEP + STEP, "", "–  " + remedy));
            more(remedies.size() - MOST_NEAR, STEP + STEP);
        }
    }

    private String remedy(Finding remedy) {
        return switch (remedy.why()) {
            case VALUE ->
                said.compared(remedy, remedy.candidates().get(0).compared().get(0))
                        + remedy.facts().stream()
                                .limit(1)
                                .map(fact -> " (" + fact.pointer() + ")")
                                .collect(Collectors.joining());
            case IN_THE_WAY ->
                words.say(
                        "whynot.without",
                        said.said(remedy.candidates().get(0).about().get(0)));
            default -> words.say("whynot.such", said.wanted(remedy));
        };
    }

    private void holds(Way way) {
        List<String> holding = way.holds().stream()
                .filter(Finding::tells)
                .flatMap(finding -> said.holding(finding).stream().limit(MOST_FACTS))
                .distinct()
                .toList();
        holding.stream().limit(MOST_HOLDING).forEach(line -> write(STEP, "32", "✓  " + line));
        more(holding.size() - MOST_HOLDING, STEP + STEP);
    }

    private void pointers(List<Fact> facts, int indent) {
        if (!facts.isEmpty()) {
            String shown = facts.stream().limit(MOST_FACTS).map(Fact::pointer).collect(Collectors.joining(" "));
            write(
                    indent,
                    "2",
                    facts.size() <= MOST_FACTS
                            ? shown
                            : shown + " " + words.count("whynot.more", facts.size() - MOST_FACTS));
        }
    }

    private void more(int number, int indent) {
        if (number > 0) {
            write(indent, "2", words.count("whynot.more", number));
        }
    }

    /** Writes a text in lines that fit, each indented; the code of ECMA-48 sets it off where that may be. */
    private void write(int indent, String code, String text) {
        String hanging = text.matches("(?s)(\\d+|[✓✗–→]) +.*") ? " ".repeat(STEP) : "";
        String margin = " ".repeat(indent);
        int room = Math.max(width - indent - hanging.length(), LEAST_WIDTH / 2);
        for (String line : Lines.wrap(text.replaceAll("\\p{Cntrl}", " "), room)) {
            String styled = coloured && !code.isEmpty() ? "\u001b[" + code + "m" + line + "\u001b[0m" : line;
            out.append(margin).append(styled).append('\n');
            margin = " ".repeat(indent) + hanging;
        }
    }
}
