package io.charter.testing;

import io.charter.Charter;
import io.charter.explain.Decision;
import io.charter.explain.DecisionData;
import io.charter.explain.DecisionDocument;
import io.charter.scenario.Scenario;
import io.charter.text.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions as text to compare, a line each, in every language. */
public final class Rendering {

    private Rendering() {}

    /** The decisions of a scenario in all languages of its edition, with pointers as they are. */
    public static String text(Charter charter, Scenario scenario) {
        return scenario.edition().languages().stream()
                .flatMap(language -> charter.decide(scenario, language).decisions().stream())
                .map(d -> JsonText.line(DecisionData.of(d)))
                .collect(Collectors.joining("\n"));
    }

    /** As {@link #text}, with each pointer replaced by the fact that it points to. */
    public static String textWithFacts(Charter charter, Scenario scenario) {
        return textWithFacts(charter.decide(scenario), scenario);
    }

    /** The same of what has been decided. */
    public static String textWithFacts(DecisionDocument decided, Scenario scenario) {
        return decided.decisions().stream()
                .map(d -> JsonText.line(withFacts(d, scenario)))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> withFacts(Decision decision, Scenario scenario) {
        Map<String, Object> data = DecisionData.of(decision);
        for (String key : List.of("uses", "assumes")) {
            data.computeIfPresent(
                    key,
                    (k, pointers) -> ((List<?>) pointers)
                            .stream().map(p -> fact(scenario, (String) p)).toList());
        }
        data.computeIfPresent(
                "disregards",
                (k, entries) -> ((List<?>) entries)
                        .stream()
                                .map(e -> Map.of(
                                        "fact", fact(scenario, (String) ((Map<?, ?>) e).get("fact")),
                                        "because", ((Map<?, ?>) e).get("because")))
                                .map(Object::toString)
                                .toList());
        return data;
    }

    private static Object fact(Scenario scenario, String pointer) {
        String[] parts = pointer.split("/");
        return Map.of(
                parts[2],
                scenario.document()
                        .get("facts")
                        .get(parts[2])
                        .items()
                        .get(Integer.parseInt(parts[3]))
                        .plain());
    }
}
