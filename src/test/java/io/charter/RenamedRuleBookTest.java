package io.charter;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.scenario.Scenario;
import io.charter.testing.Rendering;
import io.charter.testing.Scenarios;
import io.charter.testing.TestRules;
import io.charter.text.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All of the law is in the rules: with every fact type, field, question, outcome, enumerated value, edition and office renamed
 * in rules, messages, data and scenarios, the same decisions come out under the new names. So no Java knows one of the old.
 */
class RenamedRuleBookTest {

    /** Fields that are called like keys of the file formats or words of the rule language, which stay as they are. */
    private static final Set<String> FORMAT_WORDS = Set.of("id", "question", "subject", "date", "count");

    private final Charter charter = TestRules.charter();
    private final Set<String> words = words();
    private final Pattern word = Pattern.compile("(?<![\\w@])(" + String.join("|", words) + ")(?!\\w)");

    @Test
    void aRenamedRuleBookDecidesTheSameUnderTheNewNames(@TempDir Path folder) throws IOException {
        TestRules.copy(TestRules.RULES, folder);
        for (String ending : List.of(".drl", ".yaml")) {
            for (Path file : TestRules.files(folder, ending)) {
                Files.writeString(file, renamed(Files.readString(file)));
            }
        }
        Charter other = Charter.load(folder, TestRules.CACHE);
        Scenarios.all(charter).entrySet().parallelStream().forEach(entry -> {
            Scenario scenario = Scenarios.read(charter, entry.getValue());
            Scenario otherScenario = other.read(renamed(JsonText.line(entry.getValue())));
            assertThat(Rendering.text(other, otherScenario))
                    .as(entry.getKey())
                    .isEqualTo(renamed(Rendering.text(charter, scenario)));
        });
    }

    private Set<String> words() {
        Set<String> found = new TreeSet<>();
        for (String id : charter.editions()) {
            Edition edition = charter.edition(id);
            for (FactType type : edition.types().values()) {
                found.add(type.name());
                for (Field field : type.fields()) {
                    found.add(field.name());
                    found.addAll(field.values());
                }
            }
            edition.questions().values().forEach(question -> {
                found.add(question.name());
                found.addAll(question.outcomes().keySet());
            });
            Map<String, ?> offices = edition.names().lists().get("offices");
            found.addAll(offices.keySet());
        }
        found.removeAll(FORMAT_WORDS);
        return found;
    }

    private String renamed(String text) {
        String result = text;
        for (String edition : charter.editions()) {
            result = result.replace(edition, edition + "-renamed");
        }
        return word.matcher(result).replaceAll("$1Q");
    }
}
