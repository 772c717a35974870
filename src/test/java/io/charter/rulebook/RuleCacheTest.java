package io.charter.rulebook;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.rulebook.compile.RuleCache;
import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled rules are kept by content, and what is damaged is made anew. */
class RuleCacheTest {

    private static final String SCENARIO =
            "{\"id\": \"x\", \"edition\": \"tiny\", \"asOf\": \"2026-06-01\", \"facts\": {\"Thing\": [{\"name\": \"a\", \"size\": 3, \"on\": \"2026-01-01\"}]}}";

    @TempDir
    private Path folder;

    private String outcome(Path rules, RuleCache cache) {
        return Charter.load(rules, cache).decide(SCENARIO).decisions().get(0).outcome();
    }

    private Path rules(String name, int threshold) {
        Path rules = folder.resolve(name);
        TinyRules.in(
                rules,
                DECISIONS
                        + rule("big", "Thing( $name : name, size > " + threshold + " )", "Big( $name )")
                        + rule("small", "Thing( $name : name, size <= " + threshold + " )", "Small( $name )"));
        return rules;
    }

    @Test
    void changedRulesAreCompiledAnewAndEqualOnesAreNot() {
        Path kept = folder.resolve("cache");
        RuleCache cache = RuleCache.in(kept);
        assertThat(outcome(rules("one", 2), cache)).isEqualTo("big");
        assertThat(outcome(rules("other", 5), cache)).isEqualTo("small");
        List<Path> files = TestRules.files(kept, ".rules");
        assertThat(files).hasSize(2);
        assertThat(outcome(rules("same", 2), cache)).isEqualTo("big");
        assertThat(TestRules.files(kept, ".rules")).isEqualTo(files);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        Path kept = folder.resolve("cache");
        Path rules = rules("one", 2);
        outcome(rules, RuleCache.in(kept));
        Path file = TestRules.files(kept, ".rules").get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        Arrays.fill(changed, 2000, 2100, (byte) 0);
        for (byte[] damaged : List.of(
                new byte[0],
                Arrays.copyOf(whole, whole.length / 2),
                changed,
                "no rules".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            Files.write(file, damaged);
            assertThat(outcome(rules, RuleCache.in(kept))).isEqualTo("big");
            assertThat(Files.size(file)).isBetween(whole.length - 100L, whole.length + 100L);
        }
    }

    @Test
    void withoutACacheRulesAreCompiledEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(outcome(rules("one", 2), RuleCache.none())).isEqualTo("big");
        assertThat(outcome(rules("one", 2), RuleCache.in(file))).isEqualTo("big");
    }

    @Test
    void whatIsLeftOfTheLastCompilationMayBeDamaged() throws IOException {
        Path kept = folder.resolve("cache");
        outcome(rules("whole", 2), RuleCache.in(kept));
        Path last = TestRules.files(kept, ".last").get(0);
        String named = Files.readString(last);
        Path zip = kept.resolve(named + ".rules");
        byte[] whole = Files.readAllBytes(zip);
        int threshold = 3;
        for (String damaged : List.of("", "../" + named, "0".repeat(64), named.substring(1))) {
            Files.writeString(last, damaged);
            assertThat(outcome(rules("last" + threshold, threshold), RuleCache.in(kept)))
                    .isEqualTo("small");
            assertThat(kept.resolve(Files.readString(last) + ".rules")).exists();
            threshold++;
        }
        for (int length = 0; length < whole.length; length += whole.length / 7) {
            Files.writeString(last, named);
            Files.write(zip, Arrays.copyOf(whole, length));
            assertThat(outcome(rules("zip" + threshold, threshold), RuleCache.in(kept)))
                    .isEqualTo("small");
            threshold++;
        }
    }

    @Test
    void threadsThatCompileDifferentRulesAtOnceShareTheCache() {
        RuleCache cache = RuleCache.in(folder.resolve("cache"));
        List<Path> changed =
                IntStream.range(0, 8).mapToObj(i -> rules("rules" + i, i)).toList();
        List<String> outcomes =
                changed.parallelStream().map(each -> outcome(each, cache)).toList();
        assertThat(outcomes).containsExactly("big", "big", "big", "small", "small", "small", "small", "small");
    }
}
