package io.charter.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;

/** Reads back what {@link RecordWriter} wrote. */
public final class RecordReader {

    private static final RecordWriter.Tag[] TAGS = RecordWriter.Tag.values();

    private final ByteBuffer in;
    /** Those of the buffer: to ask an array for one is the quicker way, where code is only interpreted. */
    private final byte[] bytes;

    private int at;
    private final Predicate<String> allowed;
    private final List<Object> seen = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();

    /** Reads what this one reads a part of, and how much it had read before the part; null for none. */
    private final RecordReader around;

    private final int before;
    private final int typesBefore;

    /** A record with how it is made, or an enum with its constants. */
    private record Type(Constructor<?> maker, int components, Object[] constants) {}

    private RecordReader(ByteBuffer in, Predicate<String> allowed) {
        this.in = in;
        this.bytes = in.array();
        this.at = in.arrayOffset() + in.position();
        this.allowed = allowed;
        this.around = null;
        this.before = 0;
        this.typesBefore = 0;
    }

    private RecordReader(RecordReader around, int at, int before, int typesBefore) {
        this.in = around.in;
        this.bytes = around.bytes;
        this.at = at;
        this.allowed = around.allowed;
        this.around = around;
        this.before = before;
        this.typesBefore = typesBefore;
    }

    /**
     * The record; the buffer stands behind it then.
     *
     * @param bytes in an array
     * @param allowed which classes may be made, by their names: nothing else is, whatever the bytes say
     * @throws IllegalArgumentException when the bytes are not what a writer of the same program wrote
     */
    public static Object read(ByteBuffer bytes, Predicate<String> allowed) {
        try {
            RecordReader reader = new RecordReader(bytes, allowed);
            Object record = reader.value();
            bytes.position(reader.at - bytes.arrayOffset());
            return record;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("these bytes are no record", e);
        }
    }

    private Object value() throws ReflectiveOperationException {
        RecordWriter.Tag tag = TAGS[bytes[at++]];
        switch (tag) {
            case NONE:
                return null;
            case POSITION:
                // Half of all records are places: they are made without reflection.
                return new Position((String) value(), number(), number());
            case SEEN:
                return known(number());
            case RECORD:
                return record();
            case TEXT:
                return seen(text(number()));
            case LIST:
                return list();
            case LATER:
                return new LaterList(new Part<>(RecordReader::list));
            case LATER_MAP:
                return new LaterMap(new Part<>(RecordReader::map));
            case MAP:
                return map();
            case ENUM:
                return type().constants()[bytes[at++]];
            case DATE:
                return LocalDate.ofEpochDay(in.getLong(skip(Long.BYTES)));
            case DECIMAL:
                return new BigDecimal(text(in.getShort(skip(Short.BYTES))));
            case LONG:
                return in.getLong(skip(Long.BYTES));
            case INTEGER:
                return in.getInt(skip(Integer.BYTES));
            default:
                return tag == RecordWriter.Tag.YES;
        }
    }

    private List<Object> list() throws ReflectiveOperationException {
        Object[] items = new Object[number()];
        for (int i = 0; i < items.length; i++) {
            items[i] = value();
        }
        return items.length == 0 ? List.of() : Collections.unmodifiableList(Arrays.asList(items));
    }

    private Map<Object, Object> map() throws ReflectiveOperationException {
        int size = number();
        Map<Object, Object> map = new LinkedHashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            map.put(value(), value());
        }
        return size == 0 ? Map.of() : Collections.unmodifiableMap(map);
    }

    /** Reads something. */
    private interface Reading<T> {
        T by(RecordReader reader) throws ReflectiveOperationException;
    }

    /** A part that is read when it is first asked for; the reader goes on behind it. Thread-safe. */
    private final class Part<T> {

        private final Reading<T> reading;
        private final int from;
        private final int before;
        private final int typesBefore;
        private volatile T read;

        Part(Reading<T> reading) {
            this.reading = reading;
            int length = number();
            this.from = skip(length) + in.arrayOffset();
            this.before = RecordReader.this.before + seen.size();
            this.typesBefore = RecordReader.this.typesBefore + types.size();
        }

        T read() {
            T now = read;
            return now != null ? now : readOnce();
        }

        private synchronized T readOnce() {
            if (read == null) {
                try {
                    read = reading.by(new RecordReader(RecordReader.this, from, before, typesBefore));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("these bytes are no record", e);
                }
            }
            return read;
        }
    }

    private static final class LaterList extends AbstractList<Object> implements RandomAccess {

        private final Part<List<Object>> part;

        LaterList(Part<List<Object>> part) {
            this.part = part;
        }

        @Override
        public Object get(int index) {
            return part.read().get(index);
        }

        @Override
        public int size() {
            return part.read().size();
        }
    }

    private static final class LaterMap extends AbstractMap<Object, Object> {

        private final Part<Map<Object, Object>> part;

        LaterMap(Part<Map<Object, Object>> part) {
            this.part = part;
        }

        @Override
        public Object get(Object key) {
            return part.read().get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return part.read().containsKey(key);
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return part.read().entrySet();
        }
    }

    private Object known(int number) {
        return number < before ? around.known(number) : seen.get(number - before);
    }

    private String text(int length) {
        return new String(bytes, skip(length) + in.arrayOffset(), length, StandardCharsets.UTF_8);
    }

    /** Goes on behind so many bytes, and tells where in the buffer the first of them stands. */
    private int skip(int length) {
        int from = at - in.arrayOffset();
        at += length;
        return from;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 127) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private Object record() throws ReflectiveOperationException {
        Type type = type();
        Object[] components = new Object[type.components()];
        for (int i = 0; i < components.length; i++) {
            components[i] = value();
        }
        return seen(type.maker().newInstance(components));
    }

    private Object seen(Object value) {
        seen.add(value);
        return value;
    }

    private Type knownType(int number) {
        return number < typesBefore ? around.knownType(number) : types.get(number - typesBefore);
    }

    private Type type() throws ReflectiveOperationException {
        int number = bytes[at++] & 0xff;
        if (number < typesBefore + types.size()) {
            return knownType(number);
        }
        String className = text(in.getShort(skip(Short.BYTES)));
        if (!allowed.test(className)) {
            throw new IllegalArgumentException(className + " is not to be made");
        }
        Class<?> made = Class.forName(className);
        Type type;
        if (made.isEnum()) {
            type = new Type(null, 0, made.getEnumConstants());
        } else {
            Class<?>[] parameters = Arrays.stream(made.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> maker = made.getDeclaredConstructor(parameters);
            maker.setAccessible(true);
            type = new Type(maker, parameters.length, null);
        }
        types.add(type);
        return type;
    }
}
