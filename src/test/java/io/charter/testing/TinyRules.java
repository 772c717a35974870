package io.charter.testing;

import io.charter.Charter;
import io.charter.explain.DecisionDocument;
import io.charter.text.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule set of a few lines, for tests of what rules can say. Its facts are {@code Thing( name, size, on )}; it asks the
 * question {@code state} of every thing, with the outcomes {@code big} and {@code small}.
 */
public final class TinyRules {

    private static final String HEAD = """
            package tiny

            import java.math.BigDecimal
            import java.time.LocalDate
            import java.util.List

            """;
    /** How many lines of the rule file stand before the rules. */
    public static final int LINES_BEFORE_RULES = 6;

    private static final String VOCABULARY = HEAD + """
            declare AskedOn
                @today @en( "the date" )
                date : LocalDate @en( "the date" )
            end

            declare Thing
                @input @en( "a thing" )
                name : String @en( "its name" )
                size : BigDecimal @en( "its size" )
                on : LocalDate @event @en( "its day" )
            end
            """;
    /** Decisions that a rule may derive. */
    public static final String DECISIONS = """
            declare Big
                @answers( "state.big" )
                name : String @key @subject
            end

            declare Small
                @answers( "state.small" )
                name : String @key @subject
            end

            """;

    private final Path folder;

    private TinyRules(Path folder) {
        this.folder = folder;
    }

    /** Writes the rule set into a folder; the rules are its one file of them, without package and imports. */
    public static TinyRules in(Path folder, String rules) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("vocabulary.drl", VOCABULARY);
        files.put("names.yaml", "people: {}\n");
        files.put("first/edition.yaml", "id: tiny\nen: a tiny charter\nsource: nowhere\nlanguages: [en]\n");
        files.put(
                "first/clauses.yaml",
                "C1: { en: what it says, source: nowhere, verified: true }\n"
                        + (rules.contains("\"C2\"") ? "C2: { en: more, source: nowhere, verified: false }\n" : ""));
        files.put("first/questions.yaml", """
                state:
                  of: Thing.name
                  en: the state of a thing
                  outcomes: { big: { en: big }, small: { en: small } }
                """);
        files.put("first/rules.drl", HEAD + rules);
        files.forEach((name, text) -> write(folder.resolve(name), text));
        return new TinyRules(folder);
    }

    /** A rule of clause C1 with the message "{@code name}". */
    public static String rule(String name, String when, String then) {
        return rule(name, "C1", when, then);
    }

    public static String rule(String name, String clause, String when, String then) {
        return "rule \"" + name + "\"\n    @clause( \"" + clause + "\" ) @en( \"Because " + name + ".\" )\nwhen\n    "
                + when + "\nthen\n    insertLogical( new " + then + " );\nend\n\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Charter charter() {
        return Charter.load(folder, TestRules.CACHE);
    }

    /** Decides a scenario of things, each {@code name, size, day}. */
    @SafeVarargs
    public final DecisionDocument decide(List<Object>... things) {
        List<Object> facts = new java.util.ArrayList<>();
        for (List<Object> thing : things) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("name", thing.get(0));
            fact.put("size", thing.get(1));
            fact.put("on", thing.get(2));
            facts.add(fact);
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("id", "tiny");
        scenario.put("edition", "tiny");
        scenario.put("asOf", "2026-06-01");
        scenario.put("facts", Map.of("Thing", facts));
        return charter().decide(JsonText.line(scenario));
    }
}
