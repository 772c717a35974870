package io.charter.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.generate.Generator;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.testing.TestRules;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario read from its text alone is the one read with places, and whatever is wrong with any is found. */
class PlainReaderTest {

    private static final int SCENARIOS = 15;
    private static final int EDITS = 400;
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[\\[\\]{}:,]|[^\\[\\]{}:,\"\\s]+");
    private static final List<String> INSTEAD = List.of(
            "",
            "null",
            "true",
            "\"\"",
            "\" \"",
            "[]",
            "[\"a\"]",
            "{}",
            "17",
            "-1",
            "1e99",
            "1.50",
            "\"2026-02-30\"",
            "\"facts\"",
            "\"notes\"",
            "\"assumed\"",
            "\"id\"",
            ",",
            "}",
            "]");

    private final Charter charter = TestRules.charter();

    static Iterable<String> editions() {
        return TestRules.charter().editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void generatedScenariosAreRead(String edition) {
        for (String text : texts(edition)) {
            assertThat(plain(text, Overrides.NONE)).as(text).isNotNull();
            assertSame(text, Overrides.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void whateverIsChangedIsReadAsWithPlaces(String edition) {
        Random random = new Random(edition.hashCode());
        int refused = 0;
        int read = 0;
        for (String text : texts(edition)) {
            for (int i = 0; i < EDITS; i++) {
                if (assertSame(edited(text, random), Overrides.NONE)) {
                    read++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(EDITS);
        assertThat(read).isGreaterThan(EDITS / 10);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void whatIsAskedInsteadIsReadAsWithPlaces(String edition) {
        for (String other : editions()) {
            for (String text : texts(edition)) {
                assertSame(text, new Overrides(other, LocalDate.of(2026, 7, 1)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void otherEncodingsAreRefused(String edition) {
        String text = texts(edition).get(0);
        for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            assertThat(assertSame(new String(text.getBytes(Charset.forName(encoding)), UTF_8), Overrides.NONE))
                    .isFalse();
        }
    }

    /** Few facts of a type are compared with each other, many are looked up. */
    @ParameterizedTest
    @MethodSource("editions")
    void factsThatAreAlikeAndReferencesToNoneAreFound(String edition) {
        for (int count : List.of(2, 16, 17, 60)) {
            for (int changed : List.of(0, count / 2, count - 1)) {
                assertThat(assertSame(referring(edition, count, -1, -1), Overrides.NONE))
                        .isTrue();
                assertThat(assertSame(referring(edition, count, changed, -1), Overrides.NONE))
                        .isFalse();
                assertThat(assertSame(referring(edition, count, -1, changed), Overrides.NONE))
                        .isFalse();
            }
        }
    }

    /**
     * A scenario with facts that others refer to, one to each.
     *
     * @param alike the one that is as the next; -1 for none
     * @param astray the reference that points to none; -1 for none
     */
    @SuppressWarnings("unchecked")
    private String referring(String edition, int count, int alike, int astray) {
        for (FactType type : charter.edition(edition).inputTypes()) {
            Field reference = type.fields().stream()
                    .filter(f -> f.refers() != null && f.named().isEmpty())
                    .findFirst()
                    .orElse(null);
            for (String text : reference == null ? List.<String>of() : texts(edition)) {
                Map<String, Object> data =
                        (Map<String, Object>) NodeReader.json("file", 0, text).plain();
                Map<String, Object> facts = (Map<String, Object>) data.get("facts");
                List<Map<String, Object>> those = (List<Map<String, Object>>) facts.get(type.name());
                String target = reference.refers().type();
                if (those != null && !those.isEmpty() && facts.get(target) != null) {
                    Map<String, Object> one = ((List<Map<String, Object>>) facts.get(target)).get(0);
                    List<Object> targets = new ArrayList<>();
                    List<Object> references = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        int id = i == alike ? (i + 1) % count : i;
                        targets.add(with(one, reference.refers().field(), "id " + id));
                        references.add(with(those.get(0), reference.name(), "id " + (i == astray ? count : i)));
                    }
                    data.put("facts", new TreeMap<>(Map.of(type.name(), references, target, targets)));
                    if (alike >= 0) {
                        data.put("facts", Map.of(target, targets));
                    }
                    return JsonText.line(data);
                }
            }
        }
        throw new AssertionError("no fact of " + edition + " refers to another");
    }

    private static Map<String, Object> with(Map<String, Object> fact, String field, String value) {
        Map<String, Object> changed = new LinkedHashMap<>(fact);
        changed.put(field, value);
        return changed;
    }

    /** Whether both read it; then the scenarios are the same. What is read plainly is in order. */
    private boolean assertSame(String text, Overrides overrides) {
        Scenario plain = plain(text, overrides);
        Scenario whole;
        try {
            whole = ScenarioReader.read(NodeReader.json("file", 0, text), overrides, charter::edition);
        } catch (CharterException e) {
            assertThat(plain).as(text).isNull();
            return false;
        }
        if (plain != null) {
            assertThat(shown(plain)).as(text).isEqualTo(shown(whole));
        }
        return true;
    }

    private Scenario plain(String text, Overrides overrides) {
        return PlainReader.read(text, () -> NodeReader.json("file", 0, text), overrides, charter::edition);
    }

    private static String shown(Scenario scenario) {
        StringBuilder shown = new StringBuilder(scenario.id() + "|" + scenario.title() + "|"
                + scenario.edition().id() + "|" + scenario.asOf() + "|"
                + scenario.known().size());
        for (Fact fact : scenario.facts()) {
            shown.append("\n" + fact.pointer() + fact.row() + fact.event() + fact.assumed());
        }
        Node document = scenario.document();
        return shown + "\n" + document.plain() + document.keyAt("asOf");
    }

    private List<String> texts(String edition) {
        Generator generator = new Generator(charter.edition(edition), 5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SCENARIOS; i++) {
            texts.add(JsonText.line(generator.next("generated-" + i)));
        }
        return texts;
    }

    /** A text with some of it left out, doubled, put elsewhere or replaced. */
    private static String edited(String text, Random random) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        int from = random.nextInt(tokens.size());
        int to = Math.min(tokens.size() - 1, from + random.nextInt(8));
        int begin = tokens.get(from).start();
        int end = tokens.get(to).end();
        String some = text.substring(begin, end);
        String rest = text.substring(0, begin) + text.substring(end);
        int elsewhere = tokens.get(random.nextInt(from + 1)).start();
        return switch (random.nextInt(5)) {
            case 0 -> rest;
            case 1 -> text.substring(0, end) + some + text.substring(end);
            case 2 -> rest.substring(0, elsewhere) + some + rest.substring(elsewhere);
            case 3 ->
                text.substring(0, tokens.get(from).start())
                        + INSTEAD.get(random.nextInt(INSTEAD.size()))
                        + text.substring(tokens.get(from).end());
            default -> {
                String value = tokens.get(random.nextInt(tokens.size())).group();
                yield text.substring(0, tokens.get(from).start())
                        + value
                        + text.substring(tokens.get(from).end());
            }
        };
    }
}
