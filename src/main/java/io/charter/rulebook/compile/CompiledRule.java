package io.charter.rulebook.compile;

import io.charter.text.Later;
import java.util.List;

/**
 * A rule as compiled.
 *
 * @param key a hash of its text
 * @param main the class that makes it
 * @param others the classes that this one needs, apart from those of the facts; other rules may need them too
 */
record CompiledRule(String key, String main, @Later List<String> others) {}
