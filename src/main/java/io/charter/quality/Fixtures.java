package io.charter.quality;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.rulebook.model.Edition;
import io.charter.scenario.Overrides;
import io.charter.scenario.Scenario;
import io.charter.scenario.ScenarioFiles;
import io.charter.scenario.ScenarioReader;
import io.charter.text.CharterException;
import io.charter.text.JsonText;
import io.charter.text.Node;
import io.charter.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs fixtures. A fixture is a scenario that says under {@code expect} what is to be decided; one that is to be refused has
 * beside it, in a file of the same name that ends in {@code .expected}, the message that it must give.
 */
public final class Fixtures {

    /** The keys that an updated expectation states of each decision. */
    private static final List<String> STATED = List.of("question", "subject", "outcome", "details", "clause");

    private final Charter charter;

    public Fixtures(Charter charter) {
        this.charter = charter;
    }

    /** Runs the fixtures of a file, in their order. */
    public List<FixtureResult> run(Path file) {
        List<ScenarioFiles.Item> items = new ArrayList<>();
        ScenarioFiles.read(file, items::add);
        Path expected =
                file.resolveSibling(file.getFileName().toString().replaceFirst("\\.jsonl?(\\.gz)?$", ".expected"));
        if (Files.exists(expected)) {
            return List.of(refused(file, expected, items));
        }
        return items.stream().map(item -> decided(file, item, items.size() > 1)).toList();
    }

    private FixtureResult decided(Path file, ScenarioFiles.Item item, boolean several) {
        long began = System.nanoTime();
        String name = file.toString();
        List<String> differences = new ArrayList<>();
        String updated = null;
        try {
            Node node = item.node();
            name = several ? name + " (" + ScenarioReader.idOf(node) + ")" : name;
            Scenario scenario = charter.read(node, Overrides.NONE);
            DecisionDocument document = charter.decide(scenario);
            Node expect = node.get("expect");
            if (expect == null) {
                differences.add("the scenario expects nothing; add \"expect\", or let --update write it");
            } else {
                differences.addAll(Comparison.differences(Expectation.read(expect, scenario.edition()), document));
            }
            updated = several || differences.isEmpty() ? null : updated(node, document, scenario.edition());
        } catch (CharterException e) {
            if (e.isAboutRules()) {
                throw e;
            }
            e.problems().forEach(p -> differences.add(p.toString()));
        }
        return new FixtureResult(file, name, differences, (System.nanoTime() - began) / 1e9, updated);
    }

    /** The scenario with an expectation that holds: of every decision, or of those that it named before. */
    @SuppressWarnings("unchecked")
    private static String updated(Node node, DecisionDocument document, Edition edition) {
        Map<String, Object> scenario = new LinkedHashMap<>((Map<String, Object>) node.plain());
        Expectation before = node.get("expect") == null
                ? new Expectation(true, List.of())
                : Expectation.read(node.get("expect"), edition);
        List<String> named = before.decisions().stream()
                .map(d -> d.get("question") + ":" + d.get("subject"))
                .toList();
        List<Map<String, Object>> stated = new ArrayList<>();
        for (Decision decision : document.decisions()) {
            if (before.all() || named.contains(decision.key())) {
                Map<String, Object> data = DecisionData.of(decision);
                data.keySet().retainAll(STATED);
                stated.add(data);
            }
        }
        Map<String, Object> expect = new LinkedHashMap<>();
        expect.put("all", before.all());
        expect.put("decisions", stated);
        scenario.put("expect", expect);
        return JsonText.of(scenario);
    }

    private FixtureResult refused(Path file, Path expected, List<ScenarioFiles.Item> items) {
        long began = System.nanoTime();
        List<String> messages = new ArrayList<>();
        for (ScenarioFiles.Item item : items) {
            try {
                charter.decide(charter.read(item.node(), Overrides.NONE));
            } catch (CharterException e) {
                e.problems().forEach(p -> messages.add(message(p, file)));
            }
        }
        String found = String.join("\n", messages) + "\n";
        List<String> differences = new ArrayList<>();
        try {
            String wanted = Files.readString(expected).replace("\r\n", "\n");
            if (!found.equals(wanted)) {
                differences.add("expected the message\n" + wanted.indent(6) + "    got\n"
                        + found.indent(6).stripTrailing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FixtureResult(file, file.toString(), differences, (System.nanoTime() - began) / 1e9, null);
    }

    /** The message as the program gives it, with the file by its name alone. */
    private static String message(Problem problem, Path file) {
        return problem.toString().replace(file.toString(), file.getFileName().toString());
    }
}
