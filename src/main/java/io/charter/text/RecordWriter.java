package io.charter.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes records as bytes, for {@link RecordReader} to read back: records that hold records, texts, numbers, dates, flags, enums, lists
 * and maps. What is one object stays one, but for what is read {@link Later}, as maps in maps are, too. Java's own serialisation does as much, and
 * takes longer to read at the start of a JVM.
 */
public final class RecordWriter {

    /** What a value is. */
    enum Tag {
        NONE,
        POSITION,
        SEEN,
        RECORD,
        TEXT,
        LIST,
        MAP,
        ENUM,
        DATE,
        DECIMAL,
        LONG,
        INTEGER,
        YES,
        NO,
        LATER,
        LATER_MAP
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> seen = new IdentityHashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final RecordWriter around;
    private int numbered;
    private int numberedTypes;

    /** @param around writes what this one writes a part of, to be read later; null for none */
    private RecordWriter(RecordWriter around) {
        this.around = around;
        if (around != null) {
            this.numbered = around.numbered;
            this.numberedTypes = around.numberedTypes;
        }
    }

    /**
     * A record as bytes.
     *
     * @throws IllegalArgumentException when it holds what cannot be written
     */
    public static byte[] write(Record value) {
        RecordWriter writer = new RecordWriter(null);
        try {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can be written into memory", e);
        }
        return writer.bytes.toByteArray();
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            tag(Tag.NONE);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Position at) {
            tag(Tag.POSITION);
            value(at.file());
            number(at.line());
            number(at.column());
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof Map<?, ?> map) {
            tag(Tag.MAP);
            map(map);
        } else if (value instanceof Collection<?> list) {
            tag(Tag.LIST);
            list(list);
        } else if (value instanceof Enum<?> constant) {
            tag(Tag.ENUM);
            type(constant.getDeclaringClass());
            out.writeByte(constant.ordinal());
        } else {
            plain(value);
        }
    }

    private void list(Collection<?> list) throws IOException {
        number(list.size());
        for (Object item : list) {
            value(item);
        }
    }

    private void map(Map<?, ?> map) throws IOException {
        number(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            value(entry.getKey());
            perhapsLater(entry.getValue(), entry.getValue() instanceof Map);
        }
    }

    /** What is read later has numbers of its own, behind those that were given before it. */
    private void perhapsLater(Object value, boolean later) throws IOException {
        boolean list = value instanceof Collection<?> items && !items.isEmpty();
        if (!later || !list && !(value instanceof Map<?, ?> map && !map.isEmpty())) {
            value(value);
            return;
        }
        RecordWriter writer = new RecordWriter(this);
        if (list) {
            writer.list((Collection<?>) value);
        } else {
            writer.map((Map<?, ?>) value);
        }
        tag(list ? Tag.LATER : Tag.LATER_MAP);
        number(writer.bytes.size());
        writer.bytes.writeTo(out);
    }

    private void plain(Object value) throws IOException {
        if (value instanceof LocalDate date) {
            tag(Tag.DATE);
            out.writeLong(date.toEpochDay());
        } else if (value instanceof BigDecimal decimal) {
            tag(Tag.DECIMAL);
            out.writeUTF(decimal.toString());
        } else if (value instanceof Long number) {
            tag(Tag.LONG);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            tag(Tag.INTEGER);
            out.writeInt(number);
        } else if (value instanceof Boolean flag) {
            tag(flag ? Tag.YES : Tag.NO);
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be written");
        }
    }

    /** A number from 0, in seven bits a byte, the lowest first; all but the last byte have the eighth. */
    private void number(int number) throws IOException {
        int rest = number;
        while ((rest & ~127) != 0) {
            out.writeByte(rest & 127 | 128);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /** The number that this writer, or one around it, gave to something; null for none. */
    private Integer number(Function<RecordWriter, Integer> given) {
        for (RecordWriter writer = this; writer != null; writer = writer.around) {
            Integer number = given.apply(writer);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /** Refers to what was written before, if it was: then it has a number. */
    private boolean wasSeen(Integer number) throws IOException {
        if (number == null) {
            return false;
        }
        tag(Tag.SEEN);
        number(number);
        return true;
    }

    private void text(String text) throws IOException {
        if (wasSeen(number(writer -> writer.texts.get(text)))) {
            return;
        }
        texts.put(text, numbered++);
        tag(Tag.TEXT);
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        number(utf8.length);
        out.write(utf8);
    }

    private void record(Record record) throws IOException {
        if (wasSeen(number(writer -> writer.seen.get(record)))) {
            return;
        }
        tag(Tag.RECORD);
        type(record.getClass());
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                perhapsLater(accessor.invoke(record), component.isAnnotationPresent(Later.class));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getClass().getName() + " cannot be written", e);
        }
        // Numbered when it is whole, as it is when it is read.
        seen.put(record, numbered++);
    }

    private void type(Class<?> type) throws IOException {
        Integer number = number(writer -> writer.types.get(type));
        out.writeByte(number == null ? numberedTypes : number);
        if (number == null) {
            types.put(type, numberedTypes++);
            out.writeUTF(type.getName());
        }
    }

    private void tag(Tag tag) throws IOException {
        out.writeByte(tag.ordinal());
    }
}
