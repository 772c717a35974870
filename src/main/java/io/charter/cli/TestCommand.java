package io.charter.cli;

import io.charter.quality.FixtureResult;
import io.charter.quality.Fixtures;
import io.charter.quality.JUnitReport;
import io.charter.scenario.ScenarioFiles;
import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code charter test}: runs fixtures. */
@Command(
        name = "test",
        description = "Run fixtures: scenarios with the decisions that they expect.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    @Mixin
    private RulesOption rules;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Fixture files, or folders of them. Without any: fixtures.")
    private List<Path> paths = List.of(Path.of("fixtures"));

    @Option(names = "--update", description = "Show what differs, and write it into the fixtures as what they expect.")
    private boolean update;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, too.")
    private Path junit;

    @Override
    public Integer call() {
        Fixtures fixtures = new Fixtures(rules.charter());
        List<FixtureResult> results = new ArrayList<>();
        for (Path file : ScenarioFiles.files(paths)) {
            for (FixtureResult result : fixtures.run(file)) {
                results.add(result);
                report(result);
            }
        }
        if (junit != null) {
            JUnitReport.write(results, junit);
        }
        if (results.isEmpty()) {
            throw new CharterException(
                    "no_fixtures",
                    "no fixtures stand in "
                            + String.join(
                                    ", ", paths.stream().map(Path::toString).toList()));
        }
        long failed = results.stream().filter(r -> !r.passed()).count();
        long updated =
                update ? results.stream().filter(r -> r.updated() != null).count() : 0;
        System.out.println((results.size() - failed) + " passed, " + (failed - updated) + " failed"
                + (update ? ", " + updated + " updated" : ""));
        return failed > updated ? Exit.SHORT : Exit.DONE;
    }

    private void report(FixtureResult result) {
        if (result.passed()) {
            return;
        }
        boolean written = update && result.updated() != null;
        System.out.println((written ? "updated " : "FAILED  ") + result.name());
        result.differences().forEach(difference -> System.out.println("    " + difference));
        if (written) {
            write(result);
        }
    }

    private static void write(FixtureResult result) {
        try {
            Files.writeString(result.file(), result.updated());
        } catch (IOException e) {
            throw new CharterException(Problem.of(
                    "unwritable",
                    "cannot be written: " + e,
                    Position.of(result.file().toString())));
        }
    }
}
