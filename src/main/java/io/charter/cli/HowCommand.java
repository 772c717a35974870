package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Sentences;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Scenario;
import io.charter.text.Data;
import io.charter.text.JsonText;
import io.charter.text.Language;
import io.charter.text.Lines;
import io.charter.text.Near;
import io.charter.text.Words;
import io.charter.whatif.Remedies;
import io.charter.whatif.Remedy;
import io.charter.whatif.Saying;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code charter how}: the smallest changes of a scenario that give a decision another outcome. */
@Command(
        name = "how",
        description = "Find the smallest changes of a scenario that give a decision another outcome.",
        mixinStandardHelpOptions = true)
final class HowCommand implements Callable<Integer> {

    private static final int FEW = 2;

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
            names = "--decision",
            paramLabel = "QUESTION:SUBJECT",
            required = true,
            description = "The decision: the question, a colon, and whom or what it is about.")
    private String decision;

    @Option(names = "--to", paramLabel = "OUTCOME", required = true, description = "The outcome that is wanted.")
    private String to;

    @Option(
            names = "--within",
            paramLabel = "N",
            description =
                    "Try every way with at most so many changes, so that it can be said that there is none. Without it: up to 2, and only until some are found.")
    private Integer within;

    @Option(
            names = "--fix",
            paramLabel = "POINTER",
            description =
                    "A fact or field that may not be changed, as a JSON pointer: /facts/Type/0, /facts/Type/0/field, or /facts/Type for all of a type. May be given several times.")
    private List<String> fixed = List.of();

    @Option(
            names = "--max-trials",
            paramLabel = "N",
            description = "How many changed scenarios are worked out before the search gives up. Without it: 20000.")
    private int mostTrials = 20_000;

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

    @Override
    public Integer call() {
        if (within != null && within < 1 || mostTrials < 1) {
            throw Usage.error(spec, "--within and --max-trials take a number of at least 1");
        }
        Charter charter = rules.charter();
        Scenario read = scenario.read(charter);
        String spoken = language == null ? read.edition().languages().get(0) : language;
        DecisionDocument document = charter.decide(read, spoken);
        List<String> keys = document.decisions().stream().map(Decision::key).toList();
        if (!keys.contains(decision)) {
            throw Usage.error(spec, DecisionKey.unknown(decision, keys));
        }
        Decision now = document.decisions().get(keys.indexOf(decision));
        checkOutcome(read.edition(), now);
        checkPointers(read);
        Remedies found = charter.how(
                read,
                now.question(),
                now.subject(),
                to,
                within == null ? FEW : within,
                within != null,
                fixed,
                mostTrials);
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(format == Format.json ? json(read, now, found, spoken) : text(read, now, found, spoken));
            out.done();
        }
        return Exit.DONE;
    }

    private void checkOutcome(Edition edition, Decision now) {
        Set<String> outcomes =
                edition.questions().get(now.question()).outcomes().keySet();
        if (!outcomes.contains(to)) {
            throw Usage.error(
                    spec,
                    "the question " + now.question() + " has no outcome \"" + to + "\"; it has "
                            + String.join(", ", outcomes) + Near.hint(to, outcomes));
        }
        if (to.equals(now.outcome())) {
            throw Usage.error(spec, now.key() + " is " + to + " already");
        }
    }

    private void checkPointers(Scenario read) {
        for (String pointer : fixed) {
            boolean known = read.facts().stream()
                    .anyMatch(f -> pointer.equals(f.pointer())
                            || pointer.startsWith(f.pointer() + "/")
                                    && f.type()
                                            .field(pointer.substring(f.pointer().length() + 1))
                                            .isPresent());
            boolean type = read.edition().inputTypes().stream().anyMatch(t -> pointer.equals("/facts/" + t.name()));
            if (!known && !type) {
                throw Usage.error(
                        spec, "--fix " + pointer + " points to no fact, field or type of facts of the scenario");
            }
        }
    }

    private static String json(Scenario scenario, Decision now, Remedies found, String language) {
        Saying saying = new Saying(scenario, Language.of(language));
        return JsonText.of(Data.map(
                "scenario", scenario.id(),
                "question", now.question(),
                "subject", now.subject(),
                "outcome", now.outcome(),
                "to", found.outcome(),
                "exhaustive", found.exhaustive(),
                "within", found.within(),
                "ways", found.ways().stream().map(way -> data(way, saying)).toList()));
    }

    private static Map<String, Object> data(Remedy way, Saying saying) {
        return Data.map(
                "changes", java.math.BigDecimal.valueOf(way.changes().size()),
                "patch", way.patch().operations(),
                "says", saying.of(way));
    }

    private static String text(Scenario scenario, Decision now, Remedies found, String language) {
        Words words = new Words(language);
        Saying saying = new Saying(scenario, Language.of(language));
        StringBuilder out = new StringBuilder();
        Edition edition = scenario.edition();
        Sentences sentences = new Sentences(edition, Language.of(language));
        line(
                out,
                0,
                words.say(
                        "how.head",
                        Language.capital(edition.questions()
                                        .get(now.question())
                                        .titles()
                                        .get(language)) + " · "
                                + Language.capital(TextDocuments.subject(now, edition, sentences)),
                        TextDocuments.outcome(now.question(), now.outcome(), edition, language),
                        TextDocuments.outcome(now.question(), found.outcome(), edition, language)));
        line(out, 0, now.key());
        if (found.ways().isEmpty()) {
            line(out, 0, words.count(found.exhaustive() ? "how.noWay" : "how.noneFound", found.within()));
        }
        int number = 1;
        for (Remedy way : found.ways()) {
            out.append('\n');
            line(out, 0, number++ + "  " + saying.of(way));
            way.patch()
                    .operations()
                    .forEach(o -> out.append("     ").append(JsonText.line(o)).append('\n'));
        }
        if (!found.ways().isEmpty()) {
            out.append('\n');
            line(out, 0, words.say(found.exhaustive() ? "how.allTried" : "how.notAllTried"));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, int indent, String text) {
        Lines.wrap(text, Terminal.width() - indent)
                .forEach(l -> out.append(" ".repeat(indent)).append(l).append('\n'));
    }
}
