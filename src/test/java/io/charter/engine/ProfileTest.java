package io.charter.engine;

import static io.charter.testing.TinyRules.DECISIONS;
import static io.charter.testing.TinyRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.explain.DecisionDocument;
import io.charter.rulebook.compile.CompiledRules;
import io.charter.rulebook.compile.RewrittenRules;
import io.charter.rulebook.model.Constraint;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.Rule;
import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile counts is what happened, whatever constraints share in the network of Drools and however many threads decide. */
class ProfileTest {

    private static final String RULES = DECISIONS
            + "declare Pair\n    name : String @key\n    than : String @key\nend\n\n"
            + rule("from ten on a thing is big", "Thing( size >= 10, $name : name )", "Big( $name )")
            + rule(
                    "a thing that none is smaller than is small",
                    "Thing( $name : name ) not Pair( name == $name )",
                    "Small( $name )")
            + rule(
                    "a thing is larger than a thing",
                    "Thing( size >= 10, $name : name, $size : size ) Thing( size < $size, $than : name )",
                    "Pair( $name, $than )");

    private static final String SCENARIO = """
            {"id": "three", "edition": "tiny", "asOf": "2026-06-01", "facts": {"Thing": [
              {"name": "a", "size": 5, "on": "2026-01-01"},
              {"name": "b", "size": 10, "on": "2026-01-01"},
              {"name": "c", "size": 20, "on": "2026-01-01"}]}}
            """;

    @TempDir
    private Path folder;

    private Charter charter(Profiler profiler) {
        TinyRules.in(folder, RULES);
        return Charter.load(folder, TestRules.CACHE, Limits.DEFAULT, profiler);
    }

    private static <T> T one(List<T> all, Function<T, String> name, String wanted) {
        List<T> found =
                all.stream().filter(each -> name.apply(each).equals(wanted)).toList();
        assertThat(found).as(wanted).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void everyEvaluationAndApplicationIsCounted(int times) {
        Profiler profiler = new Profiler();
        Charter charter = charter(profiler);
        DecisionDocument plain = charter(null).decide(SCENARIO);
        assertThat(IntStream.range(0, times)
                        .parallel()
                        .mapToObj(i -> charter.decide(SCENARIO))
                        .toList())
                .allMatch(plain::equals);

        Profile profile = profiler.profile();
        assertThat(profile.scenarios()).isEqualTo(times);
        assertThat(profile.rules()).hasSize(3).allMatch(rule -> rule.nanos() > 0);
        Profile.RuleCost big = one(profile.rules(), Profile.RuleCost::rule, "from ten on a thing is big");
        assertThat(big.applications()).isEqualTo(2L * times);
        assertThat(one(profile.rules(), Profile.RuleCost::rule, "a thing that none is smaller than is small")
                        .applications())
                .isEqualTo(times);
        Profile.RuleCost larger = one(profile.rules(), Profile.RuleCost::rule, "a thing is larger than a thing");
        assertThat(larger.applications()).isEqualTo(3L * times);

        Profile.ConstraintCost size = one(profile.constraints(), Profile.ConstraintCost::text, "size >= 10");
        assertThat(size.rule()).isEqualTo(big.rule());
        assertThat(size.at().line()).isEqualTo(big.at().line() + 3);
        assertThat(size.others()).isEqualTo(1);
        assertThat(size.indexed()).isFalse();
        assertThat(size.evaluations()).isEqualTo(3L * times).isEqualTo(big.evaluations());
        assertThat(size.held()).isEqualTo(2L * times).isEqualTo(big.held());

        Profile.ConstraintCost less = one(profile.constraints(), Profile.ConstraintCost::text, "size < $size");
        assertThat(less.others()).isZero();
        assertThat(less.evaluations()).isEqualTo(2L * 3 * times).isEqualTo(larger.evaluations());
        assertThat(less.held()).isEqualTo(3L * times);

        assertThat(one(profile.constraints(), Profile.ConstraintCost::text, "name == $name")
                        .indexed())
                .isTrue();
        assertThat(profile.constraints()).hasSize(3);
    }

    @Test
    void timeBelongsToOnePart() {
        Profiler profiler = new Profiler();
        charter(profiler).decide(SCENARIO);
        Map<Profile.Part, Long> parts = profiler.profile().parts().stream()
                .collect(Collectors.toMap(Profile.PartCost::part, Profile.PartCost::nanos));
        assertThat(parts).hasSize(Profile.Part.values().length);
        assertThat(parts.get(Profile.Part.WRITING)).isZero();
        assertThat(parts.get(Profile.Part.READING)).isZero();
        for (Profile.Part part : List.of(
                Profile.Part.LOADING,
                Profile.Part.INSERTING,
                Profile.Part.RULES,
                Profile.Part.DERIVED,
                Profile.Part.EXPLAINING)) {
            assertThat(parts.get(part)).as(part.name()).isPositive();
        }
        long rules = profiler.profile().rules().stream()
                .mapToLong(Profile.RuleCost::nanos)
                .sum();
        assertThat(rules).isLessThanOrEqualTo(parts.get(Profile.Part.RULES));
    }

    /** Each constraint that Drools made of a rule belongs to the one in the same place of our own model, and none is left. */
    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void everyConstraintOfDroolsIsOneOfTheRule(String id) {
        Edition edition = TestRules.charter().edition(id);
        CompiledRules.of(edition, TestRules.CACHE, model -> {
            for (org.drools.model.Rule compiled : model.getRules()) {
                Rule rule = edition.rule(compiled.getName());
                assertThat(RewrittenRules.constraints(compiled))
                        .as(rule.name())
                        .extracting(c -> plain(c.predicateInformation().getStringConstraint()))
                        .containsExactlyElementsOf(RewrittenRules.constraints(rule).stream()
                                .map(Constraint::toString)
                                .map(ProfileTest::plain)
                                .toList());
            }
            return model;
        });
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s()]", "");
    }

    /** A constraint that the network keeps stands under a rule that it is kept for. */
    @ParameterizedTest
    @ValueSource(strings = {"draft-2026-01", "signed-2026-01-22"})
    void whatIsKeptIsKeptForItsRule(String id) {
        Edition edition = TestRules.charter().edition(id);
        EditionProfile profile = new EditionProfile(new Profiler(), edition, TestRules.CACHE);
        assertThat(profile.kept()).isNotEmpty().allMatch(Tally::isOfItsRule);
        assertThat(profile.ruleCosts()).hasSize(edition.rules().size());
    }
}
