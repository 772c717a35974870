package io.charter.engine;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.charter.Charter;
import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import io.charter.text.CharterException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that costs too much ends with an error that names the rule, and takes no other with it. */
class LimitsTest {

    private static final String RULES = DECISIONS
            + "declare Five\n    name : String @key\nend\n\n"
            + rule(
                    "five of a kind",
                    "Thing( $name : name, $a : size ) Thing( size > $a, $b : size ) Thing( size > $b, $c : size )"
                            + " Thing( size > $c, $d : size ) Thing( size > $d, $e : size )"
                            + " Thing( size > $e, $f : size ) Thing( size > $f, $g : size ) Thing( size > $g, name != $name )",
                    "Five( $name )")
            + rule("five makes big", "Thing( $name : name ) exists Five( name == $name )", "Big( $name )")
            + rule("small otherwise", "Thing( $name : name ) not Five( name == $name )", "Small( $name )");

    @TempDir
    private Path folder;

    private static String things(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"t" + i + "\", \"size\": " + (i + 1) + ", \"on\": \"2026-01-01\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"id\": \"many\", \"edition\": \"tiny\", \"asOf\": \"2026-06-01\", \"facts\": {\"Thing\": [",
                        "]}}"));
    }

    private Charter charter(Limits limits) {
        TinyRules.in(folder, RULES);
        return Charter.load(folder, TestRules.CACHE, limits);
    }

    @Test
    void moreApplicationsThanAllowedNameTheNextRule() {
        Charter charter = charter(new Limits(3, 1000, Duration.ofMinutes(1)));
        assertThatThrownBy(() -> charter.decide(things(4)))
                .isInstanceOf(CharterException.class)
                .hasMessage(
                        "rules have applied 3 times, the most that one scenario may; the next was rule \"small otherwise\"");
        assertThat(charter.decide(things(3)).decisions()).hasSize(3);
    }

    @Test
    void moreFactsThanAllowedNameTheRuleThatBroughtThem() {
        Charter charter = charter(new Limits(1000, 8, Duration.ofMinutes(1)));
        assertThatThrownBy(() -> charter.decide(things(5)))
                .isInstanceOf(CharterException.class)
                .hasMessageContaining("more than 8 facts")
                .hasMessageContaining("rule \"small otherwise\"");
        assertThat(charter.decide(things(3)).decisions()).hasSize(3);
    }

    @Test
    void aJoinWithoutEndIsCutOffAndNamed() {
        Charter charter = charter(new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofMillis(300)));
        assertThatThrownBy(() -> charter.decide(things(300)))
                .isInstanceOf(CharterException.class)
                .hasMessage(
                        "the scenario has taken more than 0.3 s, the most that one may; it was at rule \"five of a kind\"");
        assertThat(charter.decide(things(3)).decisions()).hasSize(3);
    }
}
