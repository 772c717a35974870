package io.charter.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a stream line by line as bytes, so that one line that is not UTF-8 does not spoil the others. */
final class LineReader {

    private final InputStream in;
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
        int first = in.read();
        if (first < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int c = first; c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toByteArray();
    }

    /** The text of a line of UTF-8, without a byte order mark. */
    static String text(byte[] line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
