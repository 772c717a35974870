package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.ReasonTrees;
import io.charter.report.Graph;
import io.charter.report.HtmlExplanation;
import io.charter.report.Outline;
import io.charter.report.TreeData;
import io.charter.report.TreeFormat;
import io.charter.report.WaysData;
import io.charter.report.WaysOutline;
import io.charter.scenario.Scenario;
import io.charter.text.CharterException;
import io.charter.text.Language;
import io.charter.whynot.Otherwise;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code charter explain}: the reasons of one decision, or why it is not another, down to the facts of the scenario. */
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
            names = "--not",
            paramLabel = "OUTCOME",
            description =
                    "Explain why the decision has not this outcome: what fails of each rule that could have given it.")
    private String not;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language: en or fr. Without it: the first that the edition speaks.")
    private String language;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, html, dot or mermaid; with --not: text or json.")
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
            throw Usage.error(spec, DecisionKey.unknown(decision, trees.keys()));
        }
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(not == null ? format(trees.language()).text(trees, decision) : otherwise(trees));
            out.done();
        }
        return Exit.DONE;
    }

    private String otherwise(ReasonTrees trees) {
        if (format != Format.text && format != Format.json) {
            throw Usage.error(spec, "--format " + format + " does not go with --not; text and json do");
        }
        Otherwise otherwise;
        try {
            otherwise = Otherwise.ask(trees, decision, not);
        } catch (CharterException e) {
            throw Usage.error(spec, e.getMessage());
        }
        if (format == Format.json) {
            return WaysData.text(otherwise);
        }
        return output == null
                ? WaysOutline.text(otherwise, Terminal.width(), Terminal.isColoured())
                : WaysOutline.text(otherwise, Terminal.DEFAULT_WIDTH, false);
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
