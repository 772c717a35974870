package io.charter.cli;

import io.charter.Charter;
import io.charter.generate.Generator;
import io.charter.text.JsonText;
import io.charter.text.Near;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code charter generate}: writes scenarios made from the vocabulary and the values that rules compare with. */
@Command(
        name = "generate",
        description = "Make valid scenarios at random, a line each: the same seed gives the same scenarios.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOption rules;

    @Parameters(
            paramLabel = "EDITION",
            arity = "0..1",
            description = "The edition that they are for. Without it: every edition in turn.")
    private String edition;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance begins. Without it: 1.")
    private long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "How many scenarios. Without it: 10.")
    private long count = 10;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file; it is replaced when all is written.")
    private Path output;

    @Override
    public Integer call() {
        if (count < 0) {
            throw Usage.error(spec, "--count takes a number of at least 0");
        }
        Charter charter = rules.charter();
        if (edition != null && !charter.editions().contains(edition)) {
            throw Usage.error(
                    spec,
                    "unknown edition \"" + edition + "\"; there are " + String.join(", ", charter.editions())
                            + Near.hint(edition, charter.editions()));
        }
        List<Generator> generators = new ArrayList<>();
        for (String id : edition == null ? charter.editions() : List.of(edition)) {
            generators.add(new Generator(charter.edition(id), seed));
        }
        try (OutputFile out = OutputFile.open(output, System.out)) {
            for (long i = 0; i < count; i++) {
                Generator generator = generators.get((int) (i % generators.size()));
                out.write(JsonText.line(generator.next("generated-" + seed + "-" + i)) + "\n");
            }
            out.done();
        }
        return Exit.DONE;
    }
}
