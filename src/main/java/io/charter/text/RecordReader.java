package io.charter.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads back what {@link RecordWriter} wrote. */
public final class RecordReader {

    private static final RecordWriter.Tag[] TAGS = RecordWriter.Tag.values();

    private final ByteBuffer in;
    private final Predicate<String> allowed;
    private final List<Object> seen = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();

    /** A record with how it is made, or an enum with its constants. */
    private record Type(Constructor<?> maker, int components, Object[] constants) {}

    private RecordReader(ByteBuffer in, Predicate<String> allowed) {
        this.in = in;
        this.allowed = allowed;
    }

    /**
     * The record.
     *
     * @param allowed which classes may be made, by their names: nothing else is, whatever the bytes say
     * @throws IllegalArgumentException when the bytes are not what a writer of the same program wrote
     */
    public static Object read(ByteBuffer bytes, Predicate<String> allowed) {
        try {
            return new RecordReader(bytes, allowed).value();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("these bytes are no record", e);
        }
    }

    private Object value() throws ReflectiveOperationException {
        switch (TAGS[in.get()]) {
            case NONE:
                return null;
            case POSITION:
                // Half of all records are places: they are made without reflection.
                return new Position((String) value(), number(), number());
            case SEEN:
                return seen.get(number());
            case RECORD:
                return record();
            case TEXT:
                byte[] utf8 = new byte[number()];
                in.get(utf8);
                return seen(new String(utf8, StandardCharsets.UTF_8));
            case LIST:
                Object[] items = new Object[number()];
                for (int i = 0; i < items.length; i++) {
                    items[i] = value();
                }
                return items.length == 0 ? List.of() : Collections.unmodifiableList(Arrays.asList(items));
            case MAP:
                int size = number();
                Map<Object, Object> map = new LinkedHashMap<>(2 * size);
                for (int i = 0; i < size; i++) {
                    map.put(value(), value());
                }
                return size == 0 ? Map.of() : Collections.unmodifiableMap(map);
            case ENUM:
                return type().constants()[in.get()];
            case DATE:
                return LocalDate.ofEpochDay(in.getLong());
            case DECIMAL:
                byte[] digits = new byte[in.getShort()];
                in.get(digits);
                return new BigDecimal(new String(digits, StandardCharsets.US_ASCII));
            case LONG:
                return in.getLong();
            case INTEGER:
                return in.getInt();
            default:
                return TAGS[in.get(in.position() - 1)] == RecordWriter.Tag.YES;
        }
    }

    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
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

    private Type type() throws ReflectiveOperationException {
        int number = in.get() & 0xff;
        if (number < types.size()) {
            return types.get(number);
        }
        byte[] name = new byte[in.getShort()];
        in.get(name);
        String className = new String(name, StandardCharsets.UTF_8);
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
