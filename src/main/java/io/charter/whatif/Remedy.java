package io.charter.whatif;

import java.util.List;

/**
 * Changes that give a question the outcome wanted; each was shown to.
 *
 * @param patch the same as a JSON Patch
 */
public record Remedy(List<Change> changes, Patch patch) {}
