package io.charter.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plain data is written as JSON that every reader understands. */
class JsonTextTest {

    private final ObjectMapper jackson = new ObjectMapper();

    @Test
    void linesAreThoseOfJackson() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            Object data = data(random, 0);
            assertThat(JsonText.line(data)).isEqualTo(jackson.writeValueAsString(data));
            assertThat(jackson.readTree(JsonText.of(data))).isEqualTo(jackson.readTree(JsonText.line(data)));
        }
    }

    @Test
    void everyCharacterIsWritten() throws Exception {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = "a" + (char) c;
            assertThat(JsonText.line(text)).isEqualTo(jackson.writeValueAsString(text));
        }
    }

    @Test
    void aCharacterIsFoundWhereverItStands() throws Exception {
        for (int length = 1; length < 600; length++) {
            for (String marked : new String[] {"\"", "\\", "\n", "é", "\u2022"}) {
                StringBuilder text = new StringBuilder("a".repeat(length));
                text.replace(length / 2, length / 2 + 1, marked);
                assertThat(JsonText.line(text.toString())).isEqualTo(jackson.writeValueAsString(text.toString()));
                text.reverse().append(marked);
                assertThat(JsonText.line(text.toString())).isEqualTo(jackson.writeValueAsString(text.toString()));
            }
        }
    }

    @Test
    void amountsHaveNoExponent() {
        assertThat(JsonText.line(new BigDecimal("1E+9"))).isEqualTo("1000000000");
    }

    private static Object data(Random random, int depth) {
        switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0:
                return random.nextLong();
            case 1:
                return random.nextBoolean();
            case 2:
                return null;
            case 3:
                return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4));
            case 4:
                return text(random);
            case 5:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(data(random, depth + 1));
                }
                return list;
            default:
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), data(random, depth + 1));
                }
                return map;
        }
    }

    private static String text(Random random) {
        String characters = "abc \"\\\n\t\u0001/éœ’€\u2028😀";
        int[] points = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
