package io.charter.cli;

import io.charter.Charter;
import io.charter.engine.Limits;
import io.charter.engine.Profiler;
import io.charter.rulebook.compile.RuleCache;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the rules are. */
final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A rule set, or a folder of rule sets. Without it: the rules that came with the program.")
    private Path rules;

    Path folder() {
        if (rules != null) {
            return rules;
        }
        Path here = Path.of("rules");
        String home = System.getProperty("charter.home");
        return home == null ? here : Path.of("").toAbsolutePath().equals(Path.of(home)) ? here : Path.of(home, "rules");
    }

    Charter charter() {
        return charter(Limits.DEFAULT);
    }

    Charter charter(Limits limits) {
        return charter(limits, null);
    }

    /** @param profiler measures where the time goes; null for none */
    Charter charter(Limits limits, Profiler profiler) {
        return Charter.load(folder(), RuleCache.ofUser(), limits, profiler);
    }
}
