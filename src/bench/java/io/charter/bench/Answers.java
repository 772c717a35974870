package io.charter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a contestant answered to each scenario: outcomes by question and subject. */
record Answers(List<Map<String, String>> byScenario) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads the answers of a file, a scenario a line. */
    static Answers of(Path file) throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Map<String, String> outcomes = new TreeMap<>();
                for (JsonNode decision : MAPPER.readTree(line).get("decisions")) {
                    String key = decision.get("question").asText() + ":"
                            + decision.get("subject").asText();
                    if (outcomes.put(key, decision.get("outcome").asText()) != null) {
                        throw new IOException("scenario " + all.size() + " has two answers to " + key);
                    }
                }
                all.add(outcomes);
            }
        }
        return new Answers(all);
    }

    /** The first scenario that others answer otherwise, said in words; null where there is none. */
    String difference(Answers others) {
        for (int i = 0; i < byScenario.size(); i++) {
            Map<String, String> mine = byScenario.get(i);
            Map<String, String> theirs = i < others.byScenario.size() ? others.byScenario.get(i) : Map.of();
            if (!mine.equals(theirs)) {
                return "scenario " + i + ": " + theirs + " instead of " + mine;
            }
        }
        return null;
    }

    /** How often each outcome occurs: {@code question.outcome} and a number. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        byScenario.forEach(answers -> answers.forEach(
                (key, outcome) -> counts.merge(key.substring(0, key.indexOf(':')) + "." + outcome, 1, Integer::sum)));
        return counts;
    }
}
