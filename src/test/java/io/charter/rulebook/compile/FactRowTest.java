package io.charter.rulebook.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.syntax.Block;
import io.charter.testing.TestRules;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The classes of facts do what those do that Drools makes of the same declarations. */
class FactRowTest {

    static Set<String> editions() {
        return TestRules.charter().editions();
    }

    /** The same fact twice: of our class and of that of Drools. */
    private record Twins(FactRow ours, Object drools) {}

    /** The classes of a type. */
    private record Classes(FactType type, Class<?> ours, Class<?> drools) {

        static List<Classes> of(Edition edition) throws Exception {
            ClassLoader ours = TestRules.CACHE.classes(edition, false).loader();
            DroolsBuild build = new DroolsBuild(
                    edition, FactRowTest.class.getClassLoader(), new EditionText(edition).only(Block::isDeclare));
            Map<String, byte[]> compiled = new TreeMap<>(build.compiled());
            ClassLoader drools = new CompiledClasses(build.model(), List.of(), compiled).loader();
            List<Classes> all = new ArrayList<>();
            for (FactType type : edition.types().values()) {
                String name = edition.packageName() + "." + type.name();
                all.add(new Classes(type, ours.loadClass(name), drools.loadClass(name)));
            }
            return all;
        }

        Twins twins(List<Object> values) throws Exception {
            return new Twins((FactRow) made(ours, values), made(drools, values));
        }

        private Object made(Class<?> by, List<Object> values) throws Exception {
            Constructor<?> whole = Arrays.stream(by.getConstructors())
                    .filter(c -> c.getParameterCount() == values.size())
                    .findFirst()
                    .orElseThrow();
            return whole.newInstance(values.toArray());
        }
    }

    private static Object value(Field field, int which) {
        return switch (field.type()) {
            case DATE -> LocalDate.of(2026, 1, 22).plusDays(which);
            case TEXT -> "text " + which;
            case FLAG -> which == 1;
            case COUNT -> (1L << 32) + which;
            case AMOUNT -> new BigDecimal(which + ".0");
            case LIST -> List.of("item " + which);
        };
    }

    private static List<Object> values(FactType type) {
        return new ArrayList<>(
                type.fields().stream().map(field -> value(field, 0)).toList());
    }

    private static List<Object> read(Object fact, FactType type) throws Exception {
        List<Object> read = new ArrayList<>();
        for (Field field : type.fields()) {
            String name = field.name();
            Method getter =
                    fact.getClass().getMethod("get" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            read.add(getter.invoke(fact));
        }
        return read;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void fieldsAreReadAlike(String id) throws Exception {
        for (Classes classes : Classes.of(TestRules.charter().edition(id))) {
            List<Object> values = values(classes.type());
            Twins twins = classes.twins(values);
            assertThat(read(twins.ours(), classes.type()))
                    .isEqualTo(values)
                    .isEqualTo(read(twins.drools(), classes.type()));
            assertThat(new FactClass(classes.type(), twins.ours()).values(twins.ours()))
                    .isEqualTo(values);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void factsOfWhichNothingIsSaidAreAlike(String id) throws Exception {
        for (Classes classes : Classes.of(TestRules.charter().edition(id))) {
            FactRow first = (FactRow) classes.ours().getConstructor().newInstance();
            Object fact = new FactClass(classes.type(), first)
                    .newFact(Collections.nCopies(classes.type().fields().size(), null));
            assertThat(fact.getClass()).isEqualTo(classes.ours());
            assertThat(read(fact, classes.type()))
                    .as(classes.type().name())
                    .isEqualTo(read(classes.drools().getConstructor().newInstance(), classes.type()));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void factsAreTheSameAlike(String id) throws Exception {
        int same = 0;
        int compared = 0;
        for (Classes classes : Classes.of(TestRules.charter().edition(id))) {
            List<Object> values = values(classes.type());
            Twins one = classes.twins(values);
            List<List<Object>> others = new ArrayList<>(List.of(new ArrayList<>(values)));
            for (int i = 0; i < values.size(); i++) {
                others.add(new ArrayList<>(values));
                others.get(i + 1).set(i, value(classes.type().fields().get(i), 1));
            }
            for (List<Object> other : others) {
                Twins two = classes.twins(other);
                compared++;
                same += one.ours().equals(two.ours()) ? 1 : 0;
                assertThat(one.ours().equals(two.ours()))
                        .as("%s and %s", one.ours(), two.ours())
                        .isEqualTo(one.drools().equals(two.drools()));
                if (one.ours().equals(two.ours())) {
                    assertThat(one.ours()).hasSameHashCodeAs(two.ours());
                }
            }
        }
        assertThat(same).isPositive().isLessThan(compared);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void factsOfTwoTypesAreNeverTheSame(String id) throws Exception {
        Map<String, FactRow> facts = new TreeMap<>();
        for (Classes classes : Classes.of(TestRules.charter().edition(id))) {
            facts.put(
                    classes.type().name(), classes.twins(values(classes.type())).ours());
        }
        assertThat(facts.values().stream().map(FactRow::number)).doesNotHaveDuplicates();
        assertThat(facts.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void rulesSeeTheFieldsAndNothingElse(String id) throws Exception {
        for (Classes classes : Classes.of(TestRules.charter().edition(id))) {
            assertThat(Arrays.stream(classes.ours().getMethods())
                            .filter(method -> method.getDeclaringClass() != Object.class
                                    && !Modifier.isStatic(method.getModifiers())
                                    && !Set.of("equals", "hashCode", "toString").contains(method.getName()))
                            .map(Method::getName))
                    .as(classes.type().name())
                    .hasSize(classes.type().fields().size())
                    .allMatch(name -> name.startsWith("get"));
        }
    }
}
