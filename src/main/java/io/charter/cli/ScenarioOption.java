package io.charter.cli;

import io.charter.Charter;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.scenario.ScenarioReader;
import io.charter.text.Near;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameter and options that name one scenario, and what is asked instead of what it says. */
final class ScenarioOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCENARIO",
            description = "A file that holds one scenario, or of which --scenario names one; - for standard input.")
    private Path file;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario with this id, where the file holds several.")
    private String id;

    @Option(names = "--edition", paramLabel = "E", description = "By this edition, whatever the scenario says.")
    private String edition;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "As of this day (YYYY-MM-DD), whatever the scenario says.")
    private String asOf;

    /**
     * Reads the scenario.
     *
     * @throws RuntimeException that tells a wrong command line, when the options name none, or one of several
     */
    Scenario read(Charter charter) {
        List<ScenarioFiles.Item> items = new ArrayList<>();
        if (file.equals(Path.of("-"))) {
            ScenarioFiles.readStandardInput(System.in, items::add);
        } else {
            ScenarioFiles.files(List.of(file)).forEach(f -> ScenarioFiles.read(f, items::add));
        }
        return charter.read(one(items).node(), overrides(charter));
    }

    private ScenarioFiles.Item one(List<ScenarioFiles.Item> items) {
        if (id == null && items.size() == 1) {
            return items.get(0);
        }
        List<String> ids = items.stream()
                .filter(i -> i.fault() == null)
                .map(i -> ScenarioReader.idOf(i.node()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (id == null) {
            throw Usage.error(
                    spec,
                    file + " holds " + items.size() + " scenarios; name one with --scenario ID"
                            + (ids.isEmpty() ? "" : ", such as --scenario " + ids.get(0)));
        }
        List<ScenarioFiles.Item> named = items.stream()
                .filter(i -> i.fault() == null && id.equals(ScenarioReader.idOf(i.node())))
                .toList();
        if (named.size() != 1) {
            throw Usage.error(
                    spec,
                    named.isEmpty()
                            ? file + " holds no scenario \"" + id + "\"" + Near.hint(id, ids)
                            : file + " holds " + named.size() + " scenarios \"" + id
                                    + "\"; give each an id of its own");
        }
        return named.get(0);
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
}
