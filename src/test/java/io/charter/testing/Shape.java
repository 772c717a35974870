package io.charter.testing;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.Decision;
import io.charter.rulebook.RuleSets;
import io.charter.text.Problem;
import java.nio.file.Path;
import java.util.List;

/** A shape of rules written in our language: {@code check} refuses it at its place, or our engine answers it right. */
public final class Shape {

    /** The rule that decides what no other does. */
    public static final String SMALL_OTHERWISE =
            rule("small otherwise", "Thing( $name : name ) not Big( name == $name )", "Small( $name )");

    private static final String MARK = "`";

    private Shape() {}

    /** {@code check} refuses the conditions, with this code, at the place marked by a backtick. */
    public static void refused(Path folder, String code, String conditions) {
        refusedWhole(folder, code, rule("shape", conditions, "Big( \"a\" )"));
    }

    /** {@code check} refuses the rules, with this code, at the place marked by a backtick. */
    public static void refusedWhole(Path folder, String code, String marked) {
        String rules = DECISIONS + marked + SMALL_OTHERWISE;
        TinyRules.in(folder, rules.replace(MARK, ""));
        List<Problem> problems = RuleSets.in(folder).read("tiny").problems();
        String before = rules.substring(0, rules.indexOf(MARK));
        int lines = TinyRules.LINES_BEFORE_RULES
                + (int) before.chars().filter(c -> c == '\n').count();
        assertThat(problems)
                .as(marked)
                .extracting(p -> p.code() + " " + p.at().line() + ":" + p.at().column())
                .containsExactly(code + " " + (lines + 1) + ":" + (before.length() - before.lastIndexOf('\n')));
    }

    /** Our engine finds these things big, and every other small, in whatever order they are given. */
    @SafeVarargs
    public static void big(Path folder, String rules, List<String> expected, List<Object>... things) {
        TinyRules tiny = TinyRules.in(folder, DECISIONS + rules + SMALL_OTHERWISE);
        List<Object>[] turned = things.clone();
        for (int turn = 0; turn < things.length; turn++) {
            assertThat(tiny.decide(turned).decisions())
                    .filteredOn(decision -> decision.outcome().equals("big"))
                    .extracting(Decision::subject)
                    .as(List.of(turned).toString())
                    .containsExactlyInAnyOrderElementsOf(expected);
            List<Object> first = turned[0];
            System.arraycopy(turned, 1, turned, 0, turned.length - 1);
            turned[turned.length - 1] = first;
        }
    }

    /** A thing of the first of January. */
    public static List<Object> thing(String name, Object size) {
        return List.of(name, size, "2026-01-01");
    }
}
