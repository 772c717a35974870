package io.charter.cli;

import io.charter.Charter;
import io.charter.explain.DecisionSchema;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.ScenarioSchema;
import io.charter.text.JsonText;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code charter schema}: the JSON Schema of what goes in and what comes out. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (2020-12) of an edition's scenarios.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOption rules;

    @Parameters(paramLabel = "EDITION", arity = "0..1", description = "The edition. Without it: the only one there is.")
    private String edition;

    @Option(names = "--decisions", description = "The schema of decision documents instead.")
    private boolean decisions;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file.")
    private Path output;

    @Override
    public Integer call() {
        Charter charter = rules.charter();
        if (edition == null && charter.editions().size() > 1) {
            throw Usage.error(spec, "name an edition: " + String.join(", ", charter.editions()));
        }
        Edition described =
                charter.edition(edition == null ? charter.editions().iterator().next() : edition);
        Map<String, Object> schema = decisions ? DecisionSchema.of(described) : ScenarioSchema.of(described);
        try (OutputFile out = OutputFile.open(output, System.out)) {
            out.write(JsonText.of(schema));
            out.done();
        }
        return Exit.DONE;
    }
}
