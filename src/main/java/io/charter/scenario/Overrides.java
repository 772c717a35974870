package io.charter.scenario;

import java.time.LocalDate;

/** What is asked instead of what a scenario says; null leaves it as the scenario has it. */
public record Overrides(String edition, LocalDate asOf) {

    public static final Overrides NONE = new Overrides(null, null);
}
