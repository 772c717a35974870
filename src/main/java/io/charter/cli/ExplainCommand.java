package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.ReasonTrees;
import io.charter.report.Graph;
import io.charter.report.HtmlExplanation;
import io.charter.report.Outline;
import io.charter.report.TreeData;
import io.charter.report.TreeFormat;
import io.charter.scenario.Scenario;
import io.charter.text.Language;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code charter explain}: the reasons of one decision, down to the facts of the scenario. */
@Command(
        name = "explain",
        description = "Explain one decision, down to the facts that the scenario states.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    enum Format {
        text,
        json,
        html,
        dot,
        mermaid
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

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language: en or fr. Without it: the first that the edition speaks.")
    private String language;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, html, dot or mermaid.")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file; it is replaced when all is written.")
    private Path output;

    @Override
    public Integer call() {
        Charter charter = rules.charter();
        Scenario read = scenario.read(charter);
        ReasonTrees trees = charter.reasons(
                read, language == null ? read.edition().languages().get(0) : language);
        if (!trees.keys().contains(decision)) {
            throw new ParameterException(spec.commandLine(), DecisionKey.unknown(decision, trees.keys()));
        }
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(format(trees.language()).text(trees, decision));
            out.done();
        }
        return Exit.DONE;
    }

    private TreeFormat format(Language spoken) {
        return switch (format) {
            case text ->
                output == null
                        ? new Outline(spoken, Terminal.width(), Terminal.isColoured())
                        : new Outline(spoken, Terminal.DEFAULT_WIDTH, false);
            case json -> new TreeData(spoken);
            case html -> new HtmlExplanation();
            case dot -> new Graph(Graph.Notation.DOT, spoken);
            case mermaid -> new Graph(Graph.Notation.MERMAID, spoken);
        };
    }
}
