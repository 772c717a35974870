package io.charter.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** JSON on one line, as it is being written. */
public final class JsonLine {

    /** Eight bytes at a time; in which order says nothing here. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int BLOCK = 256;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = ONES << 7;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private final StringBuilder out;
    private final byte[] block = new byte[BLOCK];

    /** @param usual how many characters most such lines do not pass */
    public JsonLine(int usual) {
        out = new StringBuilder(usual);
    }

    /** Writes JSON as it is. */
    public JsonLine raw(String json) {
        out.append(json);
        return this;
    }

    /** Writes a text in quotes; null as such. */
    public JsonLine quote(String text) {
        if (text == null) {
            return raw("null");
        }
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        }
        out.append('"');
        return this;
    }

    /** Writes plain data: maps, lists, texts, numbers, flags and null. */
    public JsonLine value(Object value) {
        if (value instanceof Map<?, ?> map) {
            String before = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                raw(before).quote((String) entry.getKey()).raw(":").value(entry.getValue());
                before = ",";
            }
            return raw(map.isEmpty() ? "{}" : "}");
        }
        if (value instanceof List<?> list) {
            raw("[");
            for (int i = 0; i < list.size(); i++) {
                raw(i == 0 ? "" : ",").value(list.get(i));
            }
            return raw("]");
        }
        if (value instanceof String text) {
            return quote(text);
        }
        return raw(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
    }

    /** Whether JSON has the text as it is; of some others, too, it is not said. */
    @SuppressWarnings("deprecation")
    private boolean isPlain(String text) {
        for (int from = 0; from < text.length(); from += BLOCK) {
            int count = Math.min(BLOCK, text.length() - from);
            // The lower bytes of the characters, which it is deprecated for: they are marked wherever the character is.
            text.getBytes(from, from + count, block, 0);
            int whole = count + Long.BYTES - 1 & -Long.BYTES;
            for (int i = count; i < whole; i++) {
                block[i] = ' ';
            }
            long marked = 0;
            for (int i = 0; i < whole; i += Long.BYTES) {
                marked |= marked((long) EIGHT.get(block, i));
            }
            if (marked != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The highest bits of the bytes that are control characters, quotes or backslashes, and 0 where none is; a byte behind such a one
     * may be marked, too. After "Determine if a word has a byte less than n" and "a zero byte" in S. E. Anderson, Bit Twiddling Hacks.
     */
    private static long marked(long bytes) {
        long quotes = bytes ^ QUOTES;
        long backslashes = bytes ^ BACKSLASHES;
        return (bytes - SPACES & ~bytes | quotes - ONES & ~quotes | backslashes - ONES & ~backslashes) & HIGHEST;
    }

    /** What was written. */
    @Override
    public String toString() {
        return out.toString();
    }
}
