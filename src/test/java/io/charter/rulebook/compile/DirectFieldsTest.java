package io.charter.rulebook.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.testing.TestRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.drools.model.AlphaIndex;
import org.drools.model.BetaIndex;
import org.drools.model.Model;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reads and compares fields in place of the classes that Drools compiles says the same as they do, of every rule. */
@SuppressWarnings({"unchecked", "rawtypes"})
class DirectFieldsTest {

    static Set<String> editions() {
        return TestRules.charter().editions();
    }

    private record Compiled(Edition edition, Model plain) {

        static Compiled of(Edition edition) {
            CompiledClasses classes = TestRules.CACHE.classes(edition, false);
            return new Compiled(edition, RuleModel.of(classes, classes.loader(), i -> true));
        }

        Model direct() {
            return new DirectFields(edition).of(plain);
        }
    }

    private static List<Object> values(Field field) {
        List<Object> values = new ArrayList<>(
                switch (field.type()) {
                    case DATE ->
                        List.of(LocalDate.of(2026, 1, 22), LocalDate.of(2026, 1, 23), LocalDate.of(1899, 12, 31));
                    case TEXT -> field.values().isEmpty() ? List.of("Chairman", "FR", "some") : field.values();
                    case FLAG -> List.of(true, false);
                    default -> List.of();
                });
        values.add(null);
        return values;
    }

    private static List<Object> facts(Class<?> made, FactType type, int place) throws Exception {
        FactClass factClass =
                new FactClass(type, (FactRow) made.getConstructor().newInstance());
        List<Object> facts = new ArrayList<>();
        for (Object value : values(type.fields().get(place))) {
            List<Object> fields =
                    new ArrayList<>(Collections.nCopies(type.fields().size(), null));
            fields.set(place, value);
            facts.add(factClass.newFact(fields));
        }
        return facts;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void constraintsSayTheSame(String id) throws Exception {
        Compiled compiled = Compiled.of(TestRules.charter().edition(id));
        Model direct = compiled.direct();
        int replaced = 0;
        int all = 0;
        for (int i = 0; i < compiled.plain().getRules().size(); i++) {
            List<AbstractSingleConstraint> before =
                    RewrittenRules.constraints(compiled.plain().getRules().get(i));
            List<AbstractSingleConstraint> after =
                    RewrittenRules.constraints(direct.getRules().get(i));
            assertThat(after).hasSameSizeAs(before);
            for (int j = 0; j < before.size(); j++) {
                all++;
                if (after.get(j) != before.get(j)) {
                    replaced++;
                    same(compiled, before.get(j), after.get(j));
                }
            }
        }
        assertThat(replaced).as("of %d constraints", all).isGreaterThan(all / 2);
    }

    private static void same(Compiled compiled, AbstractSingleConstraint before, AbstractSingleConstraint after)
            throws Exception {
        assertThat(after.getVariables()).containsExactly(before.getVariables());
        Class<?> matched = before.getVariables()[0].getType();
        FactType type = compiled.edition().type(matched.getSimpleName()).orElseThrow();
        int place = type.place(before.getReactiveProps()[0]);
        for (Object fact : facts(matched, type, place)) {
            if (before.getVariables().length == 1) {
                assertThat(after.getPredicate1().test(fact))
                        .as("%s of %s", before.predicateInformation(), fact)
                        .isEqualTo(before.getPredicate1().test(fact));
            } else {
                for (Object value : values(type.fields().get(place))) {
                    assertThat(after.getPredicate2().test(fact, value))
                            .as("%s of %s and %s", before.predicateInformation(), fact, value)
                            .isEqualTo(before.getPredicate2().test(fact, value));
                }
            }
            if (before.getIndex() != null) {
                assertThat(after.getIndex().getLeftOperandExtractor().apply(fact))
                        .isEqualTo(before.getIndex().getLeftOperandExtractor().apply(fact));
            }
        }
        sameIndex(before, after, values(type.fields().get(place)));
    }

    private static void sameIndex(
            AbstractSingleConstraint before, AbstractSingleConstraint after, List<Object> values) {
        assertThat(after.getIndex() == null).isEqualTo(before.getIndex() == null);
        if (before.getIndex() == null) {
            return;
        }
        assertThat(after.getIndex().getConstraintType())
                .isEqualTo(before.getIndex().getConstraintType());
        assertThat(after.getIndex().getIndexId()).isEqualTo(before.getIndex().getIndexId());
        assertThat(after.getIndex().getIndexedClass())
                .isEqualTo(before.getIndex().getIndexedClass());
        if (before.getIndex() instanceof AlphaIndex alpha) {
            assertThat(((AlphaIndex) after.getIndex()).getRightValue()).isEqualTo(alpha.getRightValue());
        } else if (before.getIndex() instanceof BetaIndex beta) {
            values.stream()
                    .filter(value -> value != null)
                    .forEach(value -> assertThat(((BetaIndex) after.getIndex())
                                    .getRightOperandExtractor()
                                    .apply(value))
                            .isEqualTo(beta.getRightOperandExtractor().apply(value)));
        }
    }
}
