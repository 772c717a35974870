package io.charter.engine;

import java.time.Duration;

/**
 * What one scenario may cost. They are far beyond what a charter asks for; a scenario that passes one ends with an error, and
 * the others go on.
 *
 * @param firings how many times rules may apply
 * @param facts how many facts, stated and derived, may stand at once
 * @param time how long it may take
 */
public record Limits(long firings, long facts, Duration time) {

    public static final Limits DEFAULT = new Limits(20_000_000, 5_000_000, Duration.ofMinutes(5));
}
