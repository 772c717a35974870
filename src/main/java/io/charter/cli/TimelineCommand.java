package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Sentences;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Scenario;
import io.charter.text.Data;
import io.charter.text.JsonText;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Words;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code charter timeline}: the days on which decisions change as time goes by. */
@Command(
        name = "timeline",
        description = "Find the days on which any decision of a scenario changes, and what changes.",
        mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {

    private static final int YEARS = 5;

    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOption rules;

    @Mixin
    private ScenarioOption scenario;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day (YYYY-MM-DD). Without it: the day of the earliest fact.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "The last day. Without it: five years after the date that the scenario asks about.")
    private String to;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language: en or fr. Without it: the first that the edition speaks.")
    private String language;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json.")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file; it is replaced when all is written.")
    private Path output;

    /** What becomes of a decision on a day; null where it is not asked before, or after. */
    private record Turn(Decision before, Decision after) {
        Decision any() {
            return after == null ? before : after;
        }
    }

    @Override
    public Integer call() {
        Charter charter = rules.charter();
        Scenario read = scenario.read(charter);
        String spoken = language == null ? read.edition().languages().get(0) : language;
        LocalDate first = from == null ? earliest(read) : date("--from", from);
        LocalDate last = to == null ? read.asOf().plusYears(YEARS) : date("--to", to);
        if (last.isBefore(first)) {
            throw Usage.error(spec, "the last day, " + last + ", lies before the first, " + first);
        }
        List<DecisionDocument> phases = charter.timeline(read, first, last, spoken);
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(
                    format == Format.json
                            ? json(read, first, last, phases)
                            : text(first, last, phases, read.edition(), Language.of(spoken)));
            out.done();
        }
        return Exit.DONE;
    }

    private static LocalDate earliest(Scenario scenario) {
        return scenario.facts().stream()
                .map(f -> f.event() == null ? scenario.asOf() : f.event())
                .reduce(scenario.asOf(), (a, b) -> a.isBefore(b) ? a : b);
    }

    private LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Usage.error(spec, option + " takes a date, YYYY-MM-DD; \"" + text + "\" is none");
        }
    }

    private static List<Turn> turns(DecisionDocument before, DecisionDocument after) {
        Map<String, Decision> was = byKey(before);
        Map<String, Decision> is = byKey(after);
        Set<String> keys = new LinkedHashSet<>(is.keySet());
        keys.addAll(was.keySet());
        List<Turn> turns = new ArrayList<>();
        for (String key : keys) {
            Turn turn = new Turn(was.get(key), is.get(key));
            if (turn.before() == null || turn.after() == null || !turn.before().sameAnswer(turn.after())) {
                turns.add(turn);
            }
        }
        return turns;
    }

    private static Map<String, Decision> byKey(DecisionDocument document) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        document.decisions().forEach(d -> decisions.put(d.key(), d));
        return decisions;
    }

    private static String json(Scenario scenario, LocalDate from, LocalDate to, List<DecisionDocument> phases) {
        List<Object> changes = new ArrayList<>();
        for (int i = 1; i < phases.size(); i++) {
            changes.add(Data.map(
                    "on", phases.get(i).asOf().toString(),
                    "decisions",
                            turns(phases.get(i - 1), phases.get(i)).stream()
                                    .map(TimelineCommand::data)
                                    .toList()));
        }
        return JsonText.of(Data.map(
                "scenario", scenario.id(),
                "edition", scenario.edition().id(),
                "from", from.toString(),
                "to", to.toString(),
                "changes", changes));
    }

    private static Map<String, Object> data(Turn turn) {
        Map<String, Object> data = Data.map(
                "question", turn.any().question(),
                "subject", turn.any().subject(),
                "before", answer(turn.before()),
                "after", answer(turn.after()));
        if (turn.after() != null) {
            data.put("because", turn.after().because());
        }
        return data;
    }

    private static Map<String, Object> answer(Decision decision) {
        if (decision == null) {
            return null;
        }
        Map<String, Object> answer = Data.map("outcome", decision.outcome());
        if (!decision.details().isEmpty()) {
            answer.put("details", DecisionData.details(decision));
        }
        return answer;
    }

    private static String text(
            LocalDate from, LocalDate to, List<DecisionDocument> phases, Edition edition, Language language) {
        Words words = new Words(language.code());
        Sentences sentences = new Sentences(edition, language);
        StringBuilder out = new StringBuilder();
        line(out, 0, words.say("timeline.head", language.date(from), language.date(to)));
        if (phases.size() == 1) {
            line(out, 0, words.say("timeline.never"));
        }
        for (int i = 1; i < phases.size(); i++) {
            out.append('\n');
            line(out, 0, language.date(phases.get(i).asOf()));
            for (Turn turn : turns(phases.get(i - 1), phases.get(i))) {
                Decision any = turn.any();
                line(
                        out,
                        2,
                        words.say(
                                "labelled",
                                Language.capital(edition.questions()
                                                .get(any.question())
                                                .titles()
                                                .get(language.code()))
                                        + " · " + Language.capital(TextDocuments.subject(any, edition, sentences)),
                                said(turn, edition, words, language.code())));
                if (turn.after() != null) {
                    line(out, 4, turn.after().because());
                }
            }
        }
        return out.toString();
    }

    private static String said(Turn turn, Edition edition, Words words, String language) {
        String before = outcome(turn.before(), edition, language);
        String after = outcome(turn.after(), edition, language);
        if (before == null) {
            return words.say("timeline.begins", after);
        }
        if (after == null) {
            return words.say("timeline.ends", before);
        }
        return before.equals(after) ? words.say("timeline.moves", after) : words.say("timeline.becomes", after, before);
    }

    private static String outcome(Decision decision, Edition edition, String language) {
        return decision == null
                ? null
                : TextDocuments.outcome(decision.question(), decision.outcome(), edition, language);
    }

    private static void line(StringBuilder out, int indent, String text) {
        Lines.wrap(text, Terminal.width() - indent)
                .forEach(l -> out.append(" ".repeat(indent)).append(l).append('\n'));
    }
}
