package io.charter.whatif;

import java.util.List;

/**
 * What was found of how a question could have another outcome.
 *
 * @param outcome the outcome that is wanted
 * @param ways the fewest changes first, really different ones
 * @param within how many changes were looked for
 * @param exhaustive whether every way with at most so many changes in the space of the search was tried
 * @param trials how many changed scenarios were worked out
 */
public record Remedies(String outcome, List<Remedy> ways, int within, boolean exhaustive, int trials) {}
