package io.charter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.charter.Charter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch without Charter, as a process of its own, on one thread: {@code plain SCENARIOS} has Drools decide each scenario of a file of
 * JSON Lines, a new session each and no explanations; {@code floor SCENARIOS DECISIONS} parses each scenario and writes the decisions that
 * stand in the same line of the other file. Both write JSON Lines to standard output.
 */
public final class PlainBatch {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainBatch() {}

    public static void main(String[] args) throws IOException {
        try (BufferedReader scenarios = Files.newBufferedReader(Path.of(args[1]));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            if (args[0].equals("plain")) {
                plain(scenarios, out);
            } else {
                try (BufferedReader decisions = Files.newBufferedReader(Path.of(args[2]))) {
                    floor(scenarios, decisions, out);
                }
            }
        }
    }

    private static void plain(BufferedReader scenarios, BufferedWriter out) throws IOException {
        Charter charter = Charter.load(Path.of("rules"));
        Map<String, PlainDrools> engines = new HashMap<>();
        for (String id : charter.editions()) {
            engines.put(id, new PlainDrools(charter.edition(id)));
        }
        for (String line = scenarios.readLine(); line != null; line = scenarios.readLine()) {
            for (Map.Entry<String, PlainDrools> engine : engines.entrySet()) {
                if (line.contains("\"edition\":\"" + engine.getKey() + "\"")) {
                    List<Answer> answers = engine.getValue().decide(line);
                    out.write(MAPPER.writeValueAsString(answers));
                    out.write('\n');
                }
            }
        }
    }

    private static void floor(BufferedReader scenarios, BufferedReader decisions, BufferedWriter out)
            throws IOException {
        for (String line = scenarios.readLine(); line != null; line = scenarios.readLine()) {
            MAPPER.readTree(line);
            JsonNode decided = MAPPER.readTree(decisions.readLine());
            out.write(MAPPER.writeValueAsString(decided));
            out.write('\n');
        }
    }
}
