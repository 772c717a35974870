package io.charter.testing;

import io.charter.Charter;
import io.charter.generate.Generator;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.NodeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scenarios to hold properties against: those of the fixtures, generated ones, and examples where a file of them is named. */
public final class Scenarios {

    private static final int GENERATED_PER_EDITION = 20;

    private Scenarios() {}

    /** The scenarios as plain JSON data, by a name for messages. */
    public static Map<String, Map<String, Object>> all(Charter charter) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        TestRules.fixtureFiles().forEach(file -> add(file, found, charter));
        String examples = System.getProperty("charter.examples", "");
        if (!examples.isEmpty() && Files.exists(Path.of(examples))) {
            add(Path.of(examples), found, charter);
        }
        for (String edition : charter.editions()) {
            Generator generator = new Generator(charter.edition(edition), 20260122);
            for (int i = 0; i < GENERATED_PER_EDITION; i++) {
                String name = edition + " generated " + i;
                found.put(name, generator.next("generated-" + i));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void add(Path file, Map<String, Map<String, Object>> found, Charter charter) {
        List<ScenarioFiles.Item> items = new ArrayList<>();
        ScenarioFiles.read(file, items::add);
        for (ScenarioFiles.Item item : items) {
            Map<String, Object> data = (Map<String, Object>) item.node().plain();
            if (charter.editions().contains(data.get("edition"))) {
                found.put(file + " " + data.get("id"), data);
            }
        }
    }

    /** The one scenario of a file as plain JSON data. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> data(Path file) {
        List<ScenarioFiles.Item> items = new ArrayList<>();
        ScenarioFiles.read(file, items::add);
        return (Map<String, Object>) items.get(0).node().plain();
    }

    /** The scenario of plain JSON data. */
    public static Scenario read(Charter charter, Map<String, Object> data) {
        try {
            return charter.read(NodeReader.json("scenario", 0, JsonText.line(data)), Overrides.NONE);
        } catch (CharterException e) {
            throw new AssertionError(JsonText.line(data), e);
        }
    }
}
