package io.charter.quality;

import java.nio.file.Path;
import java.util.List;

/**
 * How a fixture fared.
 *
 * @param name its file, with the scenario's id where the file holds several
 * @param differences what is not as expected; empty when all is
 * @param seconds how long it took
 * @param updated the file's new text, when its expectation was to be brought up to date and changes; else null
 */
public record FixtureResult(Path file, String name, List<String> differences, double seconds, String updated) {

    public boolean passed() {
        return differences.isEmpty();
    }
}
