package io.charter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    /** A pipe that gives so many bytes at a time. */
    private static InputStream pipe(String text, int atOnce) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, atOnce));
            }
        };
    }

    private static List<String> lines(LineReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(LineReader.text(line));
        }
        return lines;
    }

    @Test
    void linesAreTheSameHoweverTheyCome() throws IOException {
        String large = "é".repeat(100_000);
        for (int atOnce : new int[] {1, 3, 1 << 16, Integer.MAX_VALUE}) {
            LineReader reader = new LineReader(pipe("one\n\n" + large + "\nlast", atOnce));
            assertThat(lines(reader)).containsExactly("one", "", large, "last");
            assertThat(reader.number()).isEqualTo(4);
        }
    }

    @Test
    void aBreakAtTheEndBeginsNoLine() throws IOException {
        assertThat(lines(new LineReader(pipe("one\n", 2)))).containsExactly("one");
        assertThat(lines(new LineReader(pipe("", 2)))).isEmpty();
    }

    @Test
    void whatWasNotReadIsLeft() throws IOException {
        LineReader reader = new LineReader(pipe("one\ntwo\nthree", 5));
        reader.next();
        assertThat(reader.hasMore()).isTrue();
        assertThat(new String(reader.rest().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("two\nthree");
    }

    @Test
    void otherTextThanUtf8IsRefused() throws IOException {
        assertThatThrownBy(() -> LineReader.text("é".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(LineReader.text("\uFEFFé \uFFFD".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("é \uFFFD");
    }
}
