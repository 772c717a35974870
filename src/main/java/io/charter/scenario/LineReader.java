package io.charter.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a stream line by line as bytes, so that one line that is not UTF-8 does not spoil the others. */
final class LineReader {

    private static final int BUFFER = 1 << 16;

    /** What Java puts where bytes are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private int number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end, or null behind the last. */
    byte[] next() throws IOException {
        if (!hasMore()) {
            return null;
        }
        number++;
        ByteArrayOutputStream before = null;
        do {
            int begin = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            boolean whole = position < limit;
            if (whole && before == null) {
                return Arrays.copyOfRange(buffer, begin, position++);
            }
            before = before == null ? new ByteArrayOutputStream(2 * BUFFER) : before;
            before.write(buffer, begin, position - begin);
            if (whole) {
                position++;
                break;
            }
        } while (hasMore());
        return before.toByteArray();
    }

    /** Whether anything follows; waits until that is known. */
    boolean hasMore() throws IOException {
        if (position == limit) {
            int read = in.read(buffer);
            position = 0;
            limit = Math.max(read, 0);
        }
        return position < limit;
    }

    /** What has not been read; to be read instead of this from now on. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, position, limit - position), in);
    }

    /** The text of a line of UTF-8, without a byte order mark. */
    static String text(byte[] line) throws CharacterCodingException {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            // It stands in the text, or for what is not UTF-8: then this fails.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
