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
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    /** @param source null where the text is all there is */
    private NodeReader(String file, int linesBefore, String format, JsonFactory factory, Reader source, String text) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.format = format;
        this.text = text;
        try {
            this.parser = source == null ? factory.createParser(text) : factory.createParser(source);
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
        try (NodeReader reader = new NodeReader(file, linesBefore, "JSON", JSON, null, text)) {
            return reader.only();
        }
    }

    /** The one value of a YAML text; an empty text is an empty object. */
    public static Node yaml(String file, String text) {
        try (NodeReader reader = new NodeReader(file, 0, "YAML", YAML, null, text)) {
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
        JsonLocation at = parser.currentTokenLocation();
        refuseHidden(at);
        int line = line(at);
        int column = column(at);
        switch (token) {
            case START_OBJECT:
                return Node.object(file, line, column, members());
            case START_ARRAY:
                List<Node> items = new ArrayList<>();
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    items.add(node(t));
                }
                return Node.array(file, line, column, Collections.unmodifiableList(items));
            case VALUE_STRING:
                return Node.scalar(Node.Kind.TEXT, file, line, column, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return Node.scalar(Node.Kind.NUMBER, file, line, column, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE:
                return Node.scalar(Node.Kind.FLAG, file, line, column, parser.getBooleanValue());
            default:
                return Node.scalar(Node.Kind.NULL, file, line, column, null);
        }
    }

    private Node.Members members() throws IOException {
        Node.Members members = new Node.Members();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            String key = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            refuseHidden(at);
            if (members.containsKey(key)) {
                throw fault(
                        "duplicate_key",
                        "the key \"" + key + "\" stands twice in one object, first on line " + members.line(key)
                                + "; keep one",
                        here(at));
            }
            int line = line(at);
            int column = column(at);
            members.add(key, line, column, node(parser.nextToken()));
        }
        return members;
    }

    /** Refuses what YAML lets a file say of its values beside them, and characters of rules that nobody sees. */
    private void refuseHidden(JsonLocation at) throws IOException {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
            throw fault("yaml", "values have no anchors and aliases (& and *); write each value out", here(at));
        }
        if (yaml.getTypeId() != null) {
            throw fault("yaml", "values have no tags (!); take this one out", here(at));
        }
        String said = yaml.currentToken().isScalarValue() || yaml.currentToken() == JsonToken.FIELD_NAME
                ? yaml.getText()
                : "";
        if (said.codePoints().anyMatch(Characters::isUnseen)) {
            throw fault("yaml", "a character that nobody sees stands in this text; take it out", here(at));
        }
    }

    private Position here(JsonLocation location) {
        return new Position(file, line(location), column(location));
    }

    private int line(JsonLocation location) {
        return linesBefore + Math.max(location.getLineNr(), 1);
    }

    private static int column(JsonLocation location) {
        return Math.max(location.getColumnNr(), 1);
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
