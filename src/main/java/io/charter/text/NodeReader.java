package io.charter.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads JSON or YAML into {@link Node}s. A document that is not well formed is one {@link CharterException} with its place. */
public final class NodeReader implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonFactory YAML = new YAMLFactory();

    private final String file;
    private final int linesBefore;
    private final String format;
    private final String text;
    private final JsonParser parser;

    private NodeReader(String file, int linesBefore, String format, JsonFactory factory, Reader source, String text) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.format = format;
        this.text = text;
        try {
            this.parser = factory.createParser(source);
        } catch (IOException e) {
            throw new CharterException(
                    Problem.of("unreadable", "cannot be read: " + e.getMessage(), Position.of(file)));
        }
    }

    /** Reads the JSON values of a source, one after the other. */
    public static NodeReader json(String file, Reader source) {
        return new NodeReader(file, 0, "JSON", JSON, source, "");
    }

    /**
     * The one JSON value of a text.
     *
     * @param linesBefore how many lines of the file stand before the text
     */
    public static Node json(String file, int linesBefore, String text) {
        try (NodeReader reader = new NodeReader(file, linesBefore, "JSON", JSON, new StringReader(text), text)) {
            return reader.only();
        }
    }

    /** The one value of a YAML text; an empty text is an empty object. */
    public static Node yaml(String file, String text) {
        try (NodeReader reader = new NodeReader(file, 0, "YAML", YAML, new StringReader(text), text)) {
            Node node = reader.next();
            if (node == null) {
                return Node.empty(Position.of(file));
            }
            reader.expectEnd();
            return node;
        }
    }

    private Node only() {
        Node node = next();
        if (node == null) {
            throw fault("empty", "holds no " + format, new Position(file, linesBefore + 1, 1));
        }
        expectEnd();
        return node;
    }

    /** Makes sure that nothing more follows. */
    public void expectEnd() {
        try {
            if (parser.nextToken() != null) {
                throw fault(
                        format.toLowerCase(Locale.ROOT),
                        format.equals("JSON")
                                ? "more stands behind the JSON value; put several into a list [ …, … ], or one a line into a .jsonl file"
                                : "another document begins here; a file holds one",
                        here(parser.currentTokenLocation()));
            }
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The next value, or null at the end. */
    public Node next() {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? null : node(token);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /**
     * Opens an array so that its items can be read one by one with {@link #nextItem}.
     *
     * @return false, with nothing read, when the document does not begin with an array
     */
    public boolean openArray() {
        try {
            if (parser.currentToken() == null) {
                parser.nextToken();
            }
            return parser.currentToken() == JsonToken.START_ARRAY;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** After {@link #openArray} said true: the next item, or null behind the last. */
    public Node nextItem() {
        try {
            JsonToken token = parser.nextToken();
            return token == null || token == JsonToken.END_ARRAY ? null : node(token);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** After {@link #openArray} said false: the value that the document begins with, or null when it is empty. */
    public Node opened() {
        try {
            return parser.currentToken() == null ? null : node(parser.currentToken());
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private Node node(JsonToken token) throws IOException {
        Position at = here(parser.currentTokenLocation());
        refuseHidden(at);
        switch (token) {
            case START_OBJECT:
                return object(at);
            case START_ARRAY:
                List<Node> items = new ArrayList<>();
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    items.add(node(t));
                }
                return Node.array(at, List.copyOf(items));
            case VALUE_STRING:
                return Node.scalar(Node.Kind.TEXT, at, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return Node.scalar(Node.Kind.NUMBER, at, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE:
                return Node.scalar(Node.Kind.FLAG, at, parser.getBooleanValue());
            default:
                return Node.scalar(Node.Kind.NULL, at, null);
        }
    }

    private Node object(Position at) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String key = parser.currentName();
            Position keyAt = here(parser.currentTokenLocation());
            refuseHidden(keyAt);
            if (keys.containsKey(key)) {
                throw fault(
                        "duplicate_key",
                        "the key \"" + key + "\" stands twice in one object, first on line "
                                + keys.get(key).line() + "; keep one",
                        keyAt);
            }
            keys.put(key, keyAt);
            members.put(key, node(parser.nextToken()));
        }
        return Node.object(at, members, keys);
    }

    /** Refuses what YAML lets a file say of its values beside them, and characters of rules that nobody sees. */
    private void refuseHidden(Position at) throws IOException {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
            throw fault("yaml", "values have no anchors and aliases (& and *); write each value out", at);
        }
        if (yaml.getTypeId() != null) {
            throw fault("yaml", "values have no tags (!); take this one out", at);
        }
        String said = yaml.currentToken().isScalarValue() || yaml.currentToken() == JsonToken.FIELD_NAME
                ? yaml.getText()
                : "";
        if (said.codePoints().anyMatch(Characters::isUnseen)) {
            throw fault("yaml", "a character that nobody sees stands in this text; take it out", at);
        }
    }

    private Position here(JsonLocation location) {
        return new Position(file, linesBefore + Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1));
    }

    private CharterException malformed(IOException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml) {
            return new CharterException(YamlFaults.problem(file, text, yaml));
        }
        if (e instanceof StreamConstraintsException && !format.equals("JSON")) {
            return fault("yaml", "what stands here is nested too deep, or too long", here(parser.currentLocation()));
        }
        if (e instanceof JsonProcessingException json) {
            Position at = here(json.getLocation() == null ? parser.currentLocation() : json.getLocation());
            String said = format.equals("JSON")
                    ? JsonFault.words(json.getOriginalMessage(), linesBefore)
                    : "not well-formed YAML: "
                            + Language.uncapital(json.getOriginalMessage().replaceAll("\\R.*", ""));
            return fault(format.toLowerCase(Locale.ROOT), said, at);
        }
        if (e instanceof CharacterCodingException) {
            return fault("encoding", "the text is not UTF-8; save it as UTF-8", Position.of(file));
        }
        return fault("unreadable", "cannot be read: " + e.getMessage(), Position.of(file));
    }

    private static CharterException fault(String code, String message, Position at) {
        return new CharterException(Problem.of(code, message, at));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw malformed(e);
        }
    }
}
