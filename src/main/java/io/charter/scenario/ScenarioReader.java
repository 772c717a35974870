package io.charter.scenario;

import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.text.Near;
import io.charter.text.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a scenario and checks it against the vocabulary of its edition. Nothing in it is ignored in silence. */
public final class ScenarioReader {

    private static final List<String> KEYS =
            List.of("id", "title", "edition", "asOf", "facts", "source", "notes", "$schema", "expect");
    private static final List<String> REQUIRED = List.of("id", "edition", "asOf", "facts");

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
     * @throws io.charter.text.CharterException with everything that is wrong with it, each with its place and pointer
     */
    public static Scenario read(Node document, Overrides overrides, Function<String, Edition> editions) {
        return new ScenarioReader(document, overrides).scenario(editions);
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
                    "a scenario is an object with " + String.join(", ", REQUIRED) + "; found "
                            + document.kind().shown(),
                    document.at(),
                    "");
            faults.raise();
        }
        document.members().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(
                        "unknown_key",
                        "a scenario has no \"" + key + "\"" + hint(key, KEYS),
                        document.keyAt(key),
                        pointer("", key)));
        REQUIRED.stream()
                .filter(key -> document.get(key) == null)
                .forEach(
                        key -> faults.add("missing", "the scenario has no \"" + key + "\"; add it", document.at(), ""));
        String id = text("id");
        String title = text("title");
        text("source");
        String editionId = text("edition");
        faults.raise();
        Edition edition = edition(overrides.edition() != null ? overrides.edition() : editionId, editions);
        Node asOf = document.get("asOf");
        LocalDate day = null;
        if (asOf.is(Node.Kind.TEXT)) {
            day = new ValueReader(edition.names(), faults).date("asOf", asOf, "/asOf");
        } else {
            faults.add(
                    "wrong_type",
                    "asOf has to be a date, \"YYYY-MM-DD\"; found "
                            + asOf.kind().shown(),
                    asOf.at(),
                    "/asOf");
        }
        List<Fact> facts = facts(edition);
        faults.raise();
        return new Scenario(id, title, edition, overrides.asOf() != null ? overrides.asOf() : day, facts, document);
    }

    private String text(String key) {
        Node node = document.get(key);
        if (node == null) {
            return null;
        }
        if (!node.is(Node.Kind.TEXT) || node.text().isBlank()) {
            faults.add(
                    "wrong_type",
                    key + " has to be a text; found "
                            + (node.is(Node.Kind.TEXT)
                                    ? "an empty one"
                                    : node.kind().shown()),
                    node.at(),
                    pointer("", key));
            return null;
        }
        return node.text();
    }

    private Edition edition(String id, Function<String, Edition> editions) {
        try {
            return editions.apply(id);
        } catch (io.charter.text.CharterException e) {
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

    private List<Fact> facts(Edition edition) {
        Node all = document.get("facts");
        if (!all.is(Node.Kind.OBJECT)) {
            faults.add(
                    "wrong_type",
                    "facts has to be an object that lists the facts of each type; found "
                            + all.kind().shown(),
                    all.at(),
                    "/facts");
            return List.of();
        }
        List<String> known = edition.inputTypes().stream().map(FactType::name).toList();
        List<Fact> facts = new ArrayList<>();
        all.members().forEach((name, list) -> {
            FactType type = edition.type(name)
                    .filter(t -> t.kind() == FactType.Kind.INPUT)
                    .orElse(null);
            if (type == null) {
                faults.add(
                        "unknown_type",
                        "there is no fact type \"" + name + "\"" + hint(name, known),
                        all.keyAt(name),
                        pointer("/facts", name));
            } else if (!list.is(Node.Kind.ARRAY)) {
                faults.add(
                        "wrong_type",
                        name + " has to be a list of facts; found "
                                + list.kind().shown(),
                        list.at(),
                        "/facts/" + name);
            } else {
                facts.addAll(new FactReader(edition, type, faults).facts(list));
            }
        });
        new FactChecks(document, faults).check(facts);
        return List.copyOf(facts);
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
