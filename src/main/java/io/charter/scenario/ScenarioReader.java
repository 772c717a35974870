package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.text.CharterException;
import io.charter.text.Near;
import io.charter.text.Node;
import io.charter.text.NodeReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads a scenario and checks it against the vocabulary of its edition. Nothing in it is ignored in silence. */
public final class ScenarioReader {

    static final List<String> KEYS =
            List.of("id", "title", "edition", "asOf", "facts", "source", "notes", "$schema", "expect");
    static final List<String> REQUIRED = List.of("id", "edition", "asOf", "facts");

    private static final ValueReader.Place AS_OF = new ValueReader.Place() {
        @Override
        public String what() {
            return "\"asOf\"";
        }

        @Override
        public String pointer() {
            return "/asOf";
        }
    };

    private final Node document;
    private final Overrides overrides;
    private final Faults faults = new Faults();

    private ScenarioReader(Node document, Overrides overrides) {
        this.document = document;
        this.overrides = overrides;
    }

    /**
     * Reads a scenario.
     *
     * @param editions finds an edition by its id
     * @throws CharterException with everything that is wrong with it, each with its place and pointer
     */
    public static Scenario read(Node document, Overrides overrides, Function<String, Edition> editions) {
        return new ScenarioReader(document, overrides).scenario(editions);
    }

    /**
     * The same from its text.
     *
     * @param file the file that the text stands in
     * @param linesBefore how many of its lines stand before the text
     */
    public static Scenario read(
            String file, int linesBefore, String text, Overrides overrides, Function<String, Edition> editions) {
        Scenario plain = PlainReader.read(text, () -> NodeReader.json(file, linesBefore, text), overrides, editions);
        return plain != null ? plain : read(NodeReader.json(file, linesBefore, text), overrides, editions);
    }

    /** The id of a scenario that may be no scenario at all, or null. */
    public static String idOf(Node document) {
        Node id = document == null ? null : document.get("id");
        return id != null && id.is(Node.Kind.TEXT) ? id.text() : null;
    }

    private Scenario scenario(Function<String, Edition> editions) {
        if (!document.is(Node.Kind.OBJECT)) {
            faults.add(
                    "wrong_type",
                    "a scenario is an object with " + String.join(", ", REQUIRED) + "; found " + document.shown(),
                    document.at(),
                    "");
            faults.raise();
        }
        keys();
        String id = text("id");
        String title = text("title");
        text("source");
        text("$schema");
        notes();
        Edition edition = edition(editions);
        LocalDate day = day(edition);
        List<Fact> facts = document.get("facts") == null ? List.of() : facts(edition);
        faults.raise();
        return new Scenario(
                id, title, edition, overrides.asOf() != null ? overrides.asOf() : day, facts, () -> document);
    }

    private void keys() {
        Set<String> misspelt = new LinkedHashSet<>();
        for (String key : document.members().keySet()) {
            if (!KEYS.contains(key)) {
                faults.add(
                        "unknown_key",
                        "a scenario has no \"" + key + "\"" + hint(key, KEYS),
                        document.keyAt(key),
                        pointer("", key));
                Near.closest(key, KEYS).ifPresent(misspelt::add);
            }
        }
        for (String key : REQUIRED) {
            if (document.get(key) == null && !misspelt.contains(key)) {
                faults.add("missing", "the scenario has no \"" + key + "\"; add it", document.at(), "");
            }
        }
    }

    private String text(String key) {
        Node node = document.get(key);
        if (node == null) {
            return null;
        }
        if (!node.is(Node.Kind.TEXT) || node.text().isBlank()) {
            faults.add(
                    "wrong_type",
                    "\"" + key + "\" has to be a text; found "
                            + (node.is(Node.Kind.TEXT) ? "an empty one" : node.shown()),
                    node.at(),
                    pointer("", key));
            return null;
        }
        return node.text();
    }

    private void notes() {
        Node notes = document.get("notes");
        boolean fits = notes == null
                || notes.is(Node.Kind.TEXT)
                || notes.is(Node.Kind.ARRAY) && notes.items().stream().allMatch(n -> n.is(Node.Kind.TEXT));
        if (!fits) {
            faults.add(
                    "wrong_type",
                    "\"notes\" has to be a text, or a list of texts; found " + notes.shown(),
                    notes.at(),
                    "/notes");
        }
    }

    /** The edition; without one nothing more can be checked, and what was found so far is thrown. */
    private Edition edition(Function<String, Edition> editions) {
        String id = text("edition");
        if (overrides.edition() != null) {
            id = overrides.edition();
        }
        if (id == null) {
            faults.raise();
        }
        try {
            return editions.apply(id);
        } catch (CharterException e) {
            if (!e.problems().get(0).code().equals("unknown_edition")) {
                throw e;
            }
            faults.add(
                    "unknown_edition",
                    e.problems().get(0).message(),
                    document.get("edition").at(),
                    "/edition");
            faults.raise();
            throw e;
        }
    }

    private LocalDate day(Edition edition) {
        Node asOf = document.get("asOf");
        if (asOf == null) {
            return null;
        }
        if (asOf.is(Node.Kind.TEXT)) {
            return new ValueReader(edition.names(), faults).date(asOf, AS_OF);
        }
        faults.add(
                "wrong_type",
                "\"asOf\" has to be a date, written \"YYYY-MM-DD\"; found " + asOf.shown(),
                asOf.at(),
                "/asOf");
        return null;
    }

    private List<Fact> facts(Edition edition) {
        Node all = document.get("facts");
        if (!all.is(Node.Kind.OBJECT)) {
            faults.add(
                    "wrong_type",
                    "\"facts\" has to be an object that lists the facts of each type; found " + all.shown(),
                    all.at(),
                    "/facts");
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        all.members().forEach((name, list) -> {
            FactType type = edition.type(name).orElse(null);
            if (type == null || type.kind() != FactType.Kind.INPUT) {
                faults.add("unknown_type", noSuchType(edition, name, type), all.keyAt(name), pointer("/facts", name));
            } else if (!list.is(Node.Kind.ARRAY)) {
                faults.add(
                        "wrong_type",
                        name + " has to be a list of facts; found " + list.shown(),
                        list.at(),
                        "/facts/" + name);
            } else {
                new FactReader(edition, type, faults).facts(list, facts);
            }
        });
        new FactChecks(document, faults).check(facts);
        return List.copyOf(facts);
    }

    private static String noSuchType(Edition edition, String name, FactType type) {
        List<String> known = edition.inputTypes().stream().map(FactType::name).toList();
        if (type == null) {
            return "there is no fact type \"" + name + "\"" + hint(name, known);
        }
        return switch (type.kind()) {
            case TODAY -> "the date asked about stands under \"asOf\"; " + name + " is not stated as a fact";
            case PARENT ->
                name + " is what several fact types have in common; state one of them: "
                        + String.join(
                                ", ",
                                edition.inputTypes().stream()
                                        .filter(t -> t.isA(type))
                                        .map(FactType::name)
                                        .toList());
            default -> name + " is derived by the rules; scenarios do not state it";
        };
    }

    /** What was probably meant, or else what could have been. */
    static String hint(String given, List<String> known) {
        String hint = Near.hint(given, known);
        return hint.isEmpty() ? "; expected one of " + String.join(", ", known) : hint;
    }

    /** The pointer of a member; a key may hold any character. */
    static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
