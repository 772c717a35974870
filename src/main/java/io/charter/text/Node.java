package io.charter.text;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a JSON or YAML document that knows where it stands. */
public final class Node {

    public enum Kind {
        OBJECT("an object"),
        ARRAY("an array"),
        TEXT("a text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NULL("null");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        /** How a message names the kind. */
        public String shown() {
            return shown;
        }
    }

    private final Kind kind;
    private final Position at;
    private final Object value;
    private final Map<String, Node> members;
    private final Map<String, Position> keys;
    private final List<Node> items;

    private Node(
            Kind kind,
            Position at,
            Object value,
            Map<String, Node> members,
            Map<String, Position> keys,
            List<Node> items) {
        this.kind = kind;
        this.at = at;
        this.value = value;
        this.members = members;
        this.keys = keys;
        this.items = items;
    }

    static Node object(Position at, Map<String, Node> members, Map<String, Position> keys) {
        return new Node(Kind.OBJECT, at, null, members, keys, List.of());
    }

    static Node array(Position at, List<Node> items) {
        return new Node(Kind.ARRAY, at, null, Map.of(), Map.of(), items);
    }

    static Node scalar(Kind kind, Position at, Object value) {
        return new Node(kind, at, value, Map.of(), Map.of(), List.of());
    }

    /** An empty object at a place, for what a document leaves out. */
    public static Node empty(Position at) {
        return object(at, new LinkedHashMap<>(), Map.of());
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public Position at() {
        return at;
    }

    /** The members of an object in their order; empty for every other kind. */
    public Map<String, Node> members() {
        return members;
    }

    /** The member, or null. */
    public Node get(String key) {
        return members.get(key);
    }

    /** Where the key of a member stands. */
    public Position keyAt(String key) {
        return keys.getOrDefault(key, at);
    }

    /** The items of an array; empty for every other kind. */
    public List<Node> items() {
        return items;
    }

    /** The text of a TEXT; the written form of another scalar. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    public BigDecimal number() {
        return (BigDecimal) value;
    }

    public boolean flag() {
        return (Boolean) value;
    }

    /** How a message says what was found: true and false as such, everything else by its kind. */
    public String shown() {
        return kind == Kind.FLAG ? text() : kind.shown();
    }

    /** The node without positions: a Map, List, String, BigDecimal, Boolean or null. */
    public Object plain() {
        return switch (kind) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                members.forEach((key, member) -> map.put(key, member.plain()));
                yield map;
            }
            case ARRAY -> items.stream().map(Node::plain).toList();
            default -> value;
        };
    }
}
