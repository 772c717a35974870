package io.charter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.testing.Edits;
import io.charter.testing.Rendering;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which facts and rules are written says nothing. */
class OrderTest {

    private final Charter charter = TestRules.charter();
    private final Map<String, Map<String, Object>> scenarios = Scenarios.all(charter);

    @Test
    void shuffledFactsAndFactTypesGiveTheSameDecisions() {
        scenarios.entrySet().parallelStream().forEach(entry -> {
            Random random = new Random(entry.getKey().hashCode());
            String before = Rendering.textWithFacts(charter, Scenarios.read(charter, entry.getValue()));
            String after =
                    Rendering.textWithFacts(charter, Scenarios.read(charter, Edits.shuffled(entry.getValue(), random)));
            assertThat(after).as(entry.getKey()).isEqualTo(before);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1})
    void shuffledRulesGiveTheSameDecisions(long seed, @TempDir Path folder) throws IOException {
        TestRules.copy(TestRules.RULES, folder);
        for (Path edition : TestRules.files(folder, "edition.yaml")) {
            shuffleRules(edition.getParent(), new Random(seed));
        }
        Charter shuffled = Charter.load(folder, TestRules.CACHE);
        scenarios.entrySet().parallelStream()
                .forEach(entry -> assertThat(Rendering.text(shuffled, Scenarios.read(shuffled, entry.getValue())))
                        .as(entry.getKey())
                        .isEqualTo(Rendering.text(charter, Scenarios.read(charter, entry.getValue()))));
    }

    /** Deals the declarations and rules of an edition out to its files anew, in a new order. */
    private static void shuffleRules(Path edition, Random random) throws IOException {
        Pattern block = Pattern.compile("(?ms)^(rule|declare) .*?^end$");
        List<String> blocks = new ArrayList<>();
        List<Path> files = TestRules.files(edition, ".drl");
        String head = "";
        for (Path file : files) {
            String text = Files.readString(file);
            head = Pattern.compile("(?m)^package .*$")
                    .matcher(text)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group();
            Matcher matcher = block.matcher(text);
            while (matcher.find()) {
                blocks.add(matcher.group());
            }
        }
        Collections.shuffle(blocks, random);
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            texts.add(new StringBuilder(
                    head + "\nimport java.math.BigDecimal\nimport java.time.LocalDate\nimport java.util.List\n"));
        }
        blocks.forEach(b ->
                texts.get(random.nextInt(texts.size())).append('\n').append(b).append('\n'));
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(files.get(i), texts.get(i).toString());
        }
    }
}
