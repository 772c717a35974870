package io.charter.rulebook.model;

import io.charter.text.Position;
import java.util.Map;

/**
 * A clause of the text that an edition encodes.
 *
 * @param wording in our words, by language
 * @param source where it is found
 * @param verified whether a source at hand confirms it
 * @param reading the reading taken and why, by language; empty where the text leaves none open
 * @param notEncoded why no rule encodes it, by language; empty where one does
 */
public record Clause(
        String id,
        Map<String, String> wording,
        String source,
        boolean verified,
        Map<String, String> reading,
        Map<String, String> notEncoded,
        Position at) {}
