package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.ReasonTrees;
import io.charter.report.HtmlPage;
import io.charter.report.MarkdownReport;
import io.charter.report.Report;
import io.charter.scenario.Scenario;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code charter report}: everything that is decided of one scenario, on one page for any reader. */
@Command(
        name = "report",
        description = "Report all that is decided of one scenario, with every reason, on one page for any reader.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    enum Format {
        html,
        markdown
    }

    @Mixin
    private RulesOption rules;

    @Mixin
    private ScenarioOption scenario;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language that the page shows first, or that the Markdown is in: en or fr.")
    private String language;

    @Option(names = "--format", paramLabel = "FORMAT", description = "html or markdown.")
    private Format format = Format.html;

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
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(
                    format == Format.html
                            ? HtmlPage.of(trees.inEveryLanguage().stream()
                                    .map(Report::ofAll)
                                    .toList())
                            : MarkdownReport.of(Report.ofAll(trees)));
            out.done();
        }
        return Exit.DONE;
    }
}
