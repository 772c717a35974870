package io.charter.derivation;

import io.charter.scenario.Scenario;
import java.util.List;

/** What the rules derived from a scenario: every derived fact that stands in the end, each with what supports it. */
public record Derivations(Scenario scenario, List<Premise.Derived> facts) {}
