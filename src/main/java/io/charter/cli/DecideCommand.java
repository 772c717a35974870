package io.charter.cli;

import io.charter.Charter;
import io.charter.Deciding;
import io.charter.engine.Profile.Part;
import io.charter.engine.Profiler;
import io.charter.explain.Decision;
import io.charter.explain.DecisionDocument;
import io.charter.explain.Explaining;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Overrides;
import io.charter.scenario.ScenarioFiles;
import io.charter.text.Near;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code charter decide}: decides scenarios. */
@Command(name = "decide", description = "Decide scenarios, and say why.", mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    enum Format {
        json,
        jsonl,
        table,
        markdown
    }

    enum EngineName {
        drools,
        reference
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Scenario files (.json, .jsonl, .gz of either), folders of them, or - for standard input (also when there is none).")
    private List<Path> paths = List.of();

    @Option(names = "--edition", paramLabel = "E", description = "Decide by this edition, whatever the scenario says.")
    private String edition;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Decide as of this day (YYYY-MM-DD), whatever the scenario says.")
    private String asOf;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language of the sentences: en or fr. Without it: the first that the edition speaks.")
    private String language;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "json, jsonl, table or markdown. Without it: a table on a terminal, else JSON in the shape of the input.")
    private Format format;

    @Option(
            names = "--explain",
            paramLabel = "HOW",
            description =
                    "full, clause (the clause and the rule that decide) or none (outcomes alone). Without it: full. Less takes less time.")
    private Explaining explaining = Explaining.FULL;

    @Option(names = "--question", paramLabel = "Q", split = ",", description = "Only the decisions on these questions.")
    private List<String> questions = List.of();

    @Option(names = "--subject", paramLabel = "S", description = "Only the decisions about this subject.")
    private String subject;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file; it is replaced when all is written.")
    private Path output;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads decide. Without it: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "drools, or reference: the evaluator of the rule language, which shares nothing with Drools.")
    private EngineName engine = EngineName.drools;

    @Option(
            names = "--verify",
            description = "Decide with both engines, and give an error with both derivations where they differ.")
    private boolean verify;

    @Option(
            names = "--profile",
            description =
                    "At the end, say on standard error where the time went: by part of the run, by rule, by constraint.")
    private boolean profile;

    private Profiler profiler;
    private final Set<String> questionsSeen = new ConcurrentSkipListSet<>();
    private final Set<String> subjectsSeen = new ConcurrentSkipListSet<>();
    private final Complaints complaints = new Complaints(System.err);

    /** The command without options. */
    static DecideCommand of(List<Path> paths) {
        DecideCommand command = new DecideCommand();
        command.paths = paths;
        return command;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw Usage.error(spec, "--threads takes a number of at least 1");
        }
        if (!limits.valid()) {
            throw Usage.error(spec, "--max-firings, --max-facts and --max-seconds take a number of at least 1");
        }
        if (profile && deciding() != Deciding.DROOLS) {
            throw Usage.error(spec, "--profile measures Drools alone; leave out --verify and --engine reference");
        }
        long begin = System.nanoTime();
        profiler = profile ? new Profiler() : null;
        Charter charter = rules.charter(limits.limits(), profiler);
        Overrides overrides = overrides(charter);
        boolean fromStandardInput = paths.isEmpty() || paths.equals(List.of(Path.of("-")));
        List<Path> files = fromStandardInput ? List.of() : ScenarioFiles.files(paths);
        boolean several = !fromStandardInput && (paths.size() > 1 || java.nio.file.Files.isDirectory(paths.get(0)));
        try (OutputFile out = OutputFile.open(output, System.out);
                Progress progress = new Progress()) {
            DocumentOutput documents = new DocumentOutput(out, several, format, output == null && Terminal.isOutput());
            Decider decider =
                    new Decider(charter, overrides, language, deciding(), explaining, profiler, this::filtered);
            try (Batch<Decider.Outcome> batch = new Batch<>(
                    threads,
                    items -> decider.decide(items, documents.writer()),
                    items -> decider.decideOnly(items, documents.writer()),
                    outcome -> {
                        if (outcome.end() != null) {
                            throw outcome.end();
                        }
                        during(Part.WRITING, () -> documents.write(outcome.text()));
                        complaints.note(outcome.failure());
                        progress.step();
                    })) {
                Consumer<ScenarioFiles.Item> next = item -> {
                    documents.settle(item.shape());
                    // Nothing counts here but what is done within: this thread may wait for others.
                    during(null, () -> batch.add(item));
                };
                if (fromStandardInput) {
                    during(Part.READING, () -> ScenarioFiles.readStandardInput(System.in, next));
                }
                files.forEach(file -> during(Part.READING, () -> ScenarioFiles.read(file, next)));
                batch.finish();
            }
            documents.end();
            out.done();
        }
        checkFilters();
        complaints.summary();
        if (profile) {
            System.err.print(new ProfileTables(profiler.profile(), Terminal.width()).text(begin, threads));
        }
        return complaints.status();
    }

    private void during(Part part, Runnable work) {
        if (profiler == null) {
            work.run();
            return;
        }
        profiler.during(part, () -> {
            work.run();
            return null;
        });
    }

    private Overrides overrides(Charter charter) {
        if (edition != null && !charter.editions().contains(edition)) {
            throw Usage.error(
                    spec,
                    "unknown edition \"" + edition + "\"; there are " + String.join(", ", charter.editions())
                            + Near.hint(edition, charter.editions()));
        }
        try {
            return new Overrides(edition, asOf == null ? null : LocalDate.parse(asOf));
        } catch (DateTimeException e) {
            throw Usage.error(spec, "--as-of takes a date, YYYY-MM-DD; \"" + asOf + "\" is none");
        }
    }

    private Deciding deciding() {
        if (verify) {
            return Deciding.VERIFIED;
        }
        return engine == EngineName.drools ? Deciding.DROOLS : Deciding.REFERENCE;
    }

    private DecisionDocument filtered(DecisionDocument document, Edition by) {
        if (questions.isEmpty() && subject == null) {
            return document;
        }
        questionsSeen.addAll(by.questions().keySet());
        document.decisions().forEach(d -> subjectsSeen.add(d.subject()));
        List<Decision> kept = document.decisions().stream()
                .filter(d -> questions.isEmpty() || questions.contains(d.question()))
                .filter(d -> subject == null || subject.equals(d.subject()))
                .toList();
        return new DecisionDocument(
                document.scenario(), document.title(), document.edition(), document.asOf(), document.rules(), kept);
    }

    private void checkFilters() {
        List<String> said = new ArrayList<>();
        for (String question : questions) {
            if (!questionsSeen.isEmpty() && !questionsSeen.contains(question)) {
                said.add("no edition asks the question \"" + question + "\"" + Near.hint(question, questionsSeen));
            }
        }
        if (subject != null && !subjectsSeen.isEmpty() && !subjectsSeen.contains(subject)) {
            said.add("nothing was decided about \"" + subject + "\"" + Near.hint(subject, subjectsSeen));
        }
        if (!said.isEmpty()) {
            throw Usage.error(spec, String.join("\n", said));
        }
    }
}
