package io.charter.cli;

import io.charter.engine.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what one scenario may cost. */
final class LimitOptions {

    @Option(
            names = "--max-firings",
            paramLabel = "N",
            description = "How many times rules may apply in one scenario. Without it: 20000000.")
    private long firings = Limits.DEFAULT.firings();

    @Option(
            names = "--max-facts",
            paramLabel = "N",
            description = "How many facts, stated and derived, one scenario may have. Without it: 5000000.")
    private long facts = Limits.DEFAULT.facts();

    @Option(names = "--max-seconds", paramLabel = "N", description = "How long one scenario may take. Without it: 300.")
    private long seconds = Limits.DEFAULT.time().toSeconds();

    boolean valid() {
        return firings > 0 && facts > 0 && seconds > 0;
    }

    Limits limits() {
        return new Limits(firings, facts, Duration.ofSeconds(seconds));
    }
}
