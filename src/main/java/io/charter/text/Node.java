package io.charter.text;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

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

    private static final Members NONE = new Members();

    private final Kind kind;
    private final String file;
    private final int line;
    private final int column;

    /** A String, BigDecimal, Boolean or null; of an array its items, of an object its members. */
    private final Object value;

    private Node(Kind kind, String file, int line, int column, Object value) {
        this.kind = kind;
        this.file = file;
        this.line = line;
        this.column = column;
        this.value = value;
    }

    static Node object(String file, int line, int column, Members members) {
        return new Node(Kind.OBJECT, file, line, column, members);
    }

    static Node array(String file, int line, int column, List<Node> items) {
        return new Node(Kind.ARRAY, file, line, column, items);
    }

    static Node scalar(Kind kind, String file, int line, int column, Object value) {
        return new Node(kind, file, line, column, value);
    }

    /** An empty object at a place, for what a document leaves out. */
    public static Node empty(Position at) {
        return object(at.file(), at.line(), at.column(), NONE);
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public Position at() {
        return new Position(file, line, column);
    }

    /** The members of an object in their order, not to be changed; empty for every other kind. */
    public Map<String, Node> members() {
        return kind == Kind.OBJECT ? (Members) value : NONE;
    }

    /** The member, or null. */
    public Node get(String key) {
        return kind == Kind.OBJECT ? ((Members) value).get(key) : null;
    }

    /** Where the key of a member stands. */
    public Position keyAt(String key) {
        int place = kind == Kind.OBJECT ? ((Members) value).place(key) : -1;
        return place < 0 ? at() : new Position(file, ((Members) value).lines[place], ((Members) value).columns[place]);
    }

    /** The items of an array; empty for every other kind. */
    @SuppressWarnings("unchecked")
    public List<Node> items() {
        return kind == Kind.ARRAY ? (List<Node>) value : List.of();
    }

    /** The text of a TEXT; the written form of another scalar. */
    public String text() {
        return value == null || kind == Kind.OBJECT || kind == Kind.ARRAY ? "" : value.toString();
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
                members().forEach((key, member) -> map.put(key, member.plain()));
                yield map;
            }
            case ARRAY -> items().stream().map(Node::plain).toList();
            default -> value;
        };
    }

    /** The members of an object in their order, with the places of their keys. Most objects have few, which are looked through. */
    static final class Members extends AbstractMap<String, Node> {

        private static final int FEW = 8;

        private String[] keys = new String[FEW / 2];
        private Node[] nodes = new Node[FEW / 2];
        private int[] lines = new int[FEW / 2];
        private int[] columns = new int[FEW / 2];
        private int count;
        private Map<String, Integer> index;

        /** Adds a member with a key that is not there yet, which stands at a place. */
        void add(String key, int line, int column, Node node) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
                nodes = Arrays.copyOf(nodes, 2 * count);
                lines = Arrays.copyOf(lines, 2 * count);
                columns = Arrays.copyOf(columns, 2 * count);
            }
            keys[count] = key;
            nodes[count] = node;
            lines[count] = line;
            columns[count] = column;
            count++;
            if (count > FEW) {
                index(count - 1);
            }
        }

        private void index(int last) {
            int first = last;
            if (index == null) {
                index = new HashMap<>();
                first = 0;
            }
            for (int i = first; i <= last; i++) {
                index.put(keys[i], i);
            }
        }

        /** The line of a key that is there. */
        int line(String key) {
            return lines[place(key)];
        }

        private int place(Object key) {
            if (index != null) {
                return index.getOrDefault(key, -1);
            }
            for (int i = 0; i < count; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public Node get(Object key) {
            int place = place(key);
            return place < 0 ? null : nodes[place];
        }

        @Override
        public boolean containsKey(Object key) {
            return place(key) >= 0;
        }

        @Override
        public Set<Map.Entry<String, Node>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return count;
                }

                @Override
                public Iterator<Map.Entry<String, Node>> iterator() {
                    return new Iterator<>() {
                        private int next;

                        @Override
                        public boolean hasNext() {
                            return next < count;
                        }

                        @Override
                        public Map.Entry<String, Node> next() {
                            if (next == count) {
                                throw new NoSuchElementException();
                            }
                            return new SimpleImmutableEntry<>(keys[next], nodes[next++]);
                        }
                    };
                }
            };
        }
    }
}
