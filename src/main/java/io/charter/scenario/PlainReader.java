package io.charter.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.text.CharterException;
import io.charter.text.Node;
import io.charter.text.Position;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a scenario straight from its text, without a tree of it and without places, as long as all is as it should be. Whatever is
 * wrong, or only unusual, is left to the {@link ScenarioReader}, which says what and where.
 */
final class PlainReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Node NOWHERE = Node.empty(Position.of("scenario"));

    private final JsonParser parser;
    private final Supplier<Node> document;
    private final Overrides overrides;
    private final Function<String, Edition> editions;
    private final Faults faults = new Faults();

    /** What the scenario says beside its facts. */
    private final Map<String, String> said = new HashMap<>();

    private Edition edition;
    private List<Fact> facts;

    private PlainReader(
            JsonParser parser, Supplier<Node> document, Overrides overrides, Function<String, Edition> editions) {
        this.parser = parser;
        this.document = document;
        this.overrides = overrides;
        this.editions = editions;
    }

    /**
     * Reads a scenario.
     *
     * @param document the same as a tree with places, for whoever asks for it later
     * @return null where something is wrong or unusual
     */
    static Scenario read(
            String text, Supplier<Node> document, Overrides overrides, Function<String, Edition> editions) {
        try (JsonParser parser = JSON.createParser(text)) {
            PlainReader reader = new PlainReader(parser, document, overrides, editions);
            return reader.isPlain() ? reader.scenario() : null;
        } catch (IOException | CharterException e) {
            return null;
        }
    }

    private Scenario scenario() {
        Node day = Node.scalar(Node.Kind.TEXT, said.get("asOf"));
        LocalDate asOf = new ValueReader(edition.names(), faults).date(day, ScenarioReader.AS_OF);
        new FactChecks(document, faults).check(facts);
        return faults.any()
                ? null
                : new Scenario(
                        said.get("id"),
                        said.get("title"),
                        edition,
                        overrides.asOf() != null ? overrides.asOf() : asOf,
                        List.copyOf(facts),
                        document);
    }

    private boolean isPlain() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (!isPlainMember(parser.currentName(), parser.nextToken())) {
                return false;
            }
        }
        return parser.nextToken() == null
                && facts != null
                && ScenarioReader.REQUIRED.stream().allMatch(key -> key.equals("facts") || said.containsKey(key));
    }

    private boolean isPlainMember(String key, JsonToken token) throws IOException {
        if (key.equals("facts")) {
            return token == JsonToken.START_OBJECT && facts == null && knowsEdition() && takesFacts();
        }
        if (token != JsonToken.VALUE_STRING || !ScenarioReader.KEYS.contains(key) || key.equals("expect")) {
            return false;
        }
        String text = parser.getText();
        return !text.isBlank() && said.put(key, text) == null;
    }

    /** Facts that stand before the edition are unusual. */
    private boolean knowsEdition() {
        String id = overrides.edition() != null ? overrides.edition() : said.get("edition");
        edition = id == null ? null : editions.apply(id);
        return edition != null;
    }

    private boolean takesFacts() throws IOException {
        facts = new ArrayList<>();
        Set<String> types = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            FactType type = edition.type(parser.currentName()).orElse(null);
            if (type == null
                    || type.kind() != FactType.Kind.INPUT
                    || parser.nextToken() != JsonToken.START_ARRAY
                    || !types.add(type.name())
                    || !takesFacts(type)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesFacts(FactType type) throws IOException {
        FactReader reader = new FactReader(edition, type, faults);
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            Fact fact = parser.currentToken() == JsonToken.START_OBJECT ? fact(type, index, reader) : null;
            if (fact == null) {
                return false;
            }
            facts.add(fact);
        }
        return true;
    }

    private Fact fact(FactType type, int index, FactReader reader) throws IOException {
        Node[] found = new Node[type.fields().size()];
        Node[] remarks = new Node[FactReader.REMARKS.size()];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int place = reader.place(key);
            Node value = value(parser.nextToken());
            Node[] to = place < 0 ? remarks : found;
            place = place < 0 ? FactReader.REMARKS.indexOf(key) : place;
            if (value == null || place < 0 || to[place] != null || to == remarks && !ScenarioReader.isText(value)) {
                return null;
            }
            to[place] = value;
        }
        return reader.fact(index, found, remarks[FactReader.ASSUMED], Set.of(), NOWHERE);
    }

    /** A text, number, true or false, or a list of such; null for all else. */
    private Node value(JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING:
                return Node.scalar(Node.Kind.TEXT, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return Node.scalar(Node.Kind.NUMBER, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE:
                return Node.scalar(Node.Kind.FLAG, parser.getBooleanValue());
            case START_ARRAY:
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Node item = parser.currentToken().isScalarValue() ? value(parser.currentToken()) : null;
                    if (item == null) {
                        return null;
                    }
                    items.add(item);
                }
                return Node.array(items);
            default:
                return null;
        }
    }
}
