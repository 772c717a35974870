package io.charter.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.charter.rulebook.model.Edition;
import io.charter.rulebook.model.FactType;
import io.charter.rulebook.model.Field;
import io.charter.rulebook.model.ValueType;
import io.charter.text.CharterException;
import io.charter.text.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static final List<String> REMARKS = FactReader.REMARKS;
    private static final int ASSUMED = REMARKS.indexOf("assumed");

    private final JsonParser parser;
    private final Supplier<Node> document;
    private final Overrides overrides;
    private final Function<String, Edition> editions;

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
        try (JsonParser parser = parser(text)) {
            PlainReader reader = new PlainReader(parser, document, overrides, editions);
            return reader.isPlain() ? reader.scenario() : null;
        } catch (IOException | CharterException e) {
            return null;
        }
    }

    /**
     * Bytes are parsed sooner than characters; where each character is one byte, that is no difference, save that the parser takes zeros
     * among the first bytes for those of another encoding.
     */
    private static JsonParser parser(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean alike = bytes.length == text.length()
                && text.indexOf('\0') < 0
                && new String(bytes, StandardCharsets.ISO_8859_1).equals(text);
        return alike ? JSON.createParser(bytes) : JSON.createParser(text);
    }

    private Scenario scenario() {
        char[] day = said.get("asOf").toCharArray();
        LocalDate asOf = ValueReader.date(day, 0, day.length);
        return asOf == null || !FactChecks.hold(facts)
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
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            Fact fact = parser.currentToken() == JsonToken.START_OBJECT ? fact(type, index) : null;
            if (fact == null) {
                return false;
            }
            facts.add(fact);
        }
        return true;
    }

    private Fact fact(FactType type, int index) throws IOException {
        List<Field> fields = type.fields();
        Object[] row = new Object[fields.size()];
        String[] remarks = null;
        int next = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            // Fields mostly stand in their order.
            int place = next < row.length && fields.get(next).name().equals(key) ? next : place(fields, key);
            if (place >= 0) {
                Object value = row[place] == null ? value(fields.get(place), token) : null;
                if (value == null) {
                    return null;
                }
                row[place] = value;
                next = place + 1;
            } else {
                remarks = remarks == null ? new String[REMARKS.size()] : remarks;
                int remark = REMARKS.indexOf(key);
                if (remark < 0 || remarks[remark] != null || token != JsonToken.VALUE_STRING) {
                    return null;
                }
                remarks[remark] = parser.getText();
                if (remarks[remark].isBlank()) {
                    return null;
                }
            }
        }
        return isWhole(type, row) ? new Fact(type, index, row, remarks == null ? null : remarks[ASSUMED]) : null;
    }

    private static int place(List<Field> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts in what a fact leaves out; says whether it has all that its kind needs, and nothing of another. */
    private static boolean isWhole(FactType type, Object[] row) {
        List<Field> fields = type.fields();
        for (int i = 0; i < row.length; i++) {
            Field field = fields.get(i);
            boolean ours = field.only() == null
                    || field.only().value().equals(kind(type, field.only().field(), row));
            if (row[i] != null ? !ours : ours && field.required()) {
                return false;
            }
            if (row[i] == null && ours) {
                row[i] = field.defaultValue();
            }
        }
        return true;
    }

    /** What a field that tells kinds apart says of a fact. */
    private static Object kind(FactType type, String field, Object[] row) {
        int place = type.place(field);
        return row[place] != null ? row[place] : type.fields().get(place).defaultValue();
    }

    /** The value of a field as it stands; null where it is none. */
    private Object value(Field field, JsonToken token) throws IOException {
        if (field.type() != ValueType.LIST) {
            return value(field, field.type(), token);
        }
        if (token != JsonToken.START_ARRAY) {
            return null;
        }
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object item = value(field, field.each(), parser.currentToken());
            if (item == null || items.size() == ValueReader.MOST_ITEMS) {
                return null;
            }
            items.add(item);
        }
        return List.copyOf(items);
    }

    private Object value(Field field, ValueType type, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            if (type == ValueType.DATE) {
                return ValueReader.date(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            }
            return type == ValueType.TEXT ? ValueReader.text(field, parser.getText(), edition.names()) : null;
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return type == ValueType.AMOUNT || type == ValueType.COUNT
                    ? ValueReader.number(field, type, parser.getDecimalValue())
                    : null;
        }
        boolean flag = token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        return type == ValueType.FLAG && flag ? token == JsonToken.VALUE_TRUE : null;
    }
}
