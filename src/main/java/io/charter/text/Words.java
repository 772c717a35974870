package io.charter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The program's own words in a language: what tables, reports and explanations say that no rule says. */
public final class Words {

    private static final Properties ALL = read();

    private final String language;

    /** @param language the code of a language, one of {@link Language#ALL} */
    public Words(String language) {
        this.language = language;
    }

    /** A word or phrase, with these values in the places of {@code {0}}, {@code {1}} and so on. */
    public String say(String key, Object... values) {
        String said = ALL.getProperty(language + "." + key);
        if (said == null) {
            throw new IllegalArgumentException("no word \"" + key + "\" in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            said = said.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return said;
    }

    /** A phrase with a number of things: {@code key.one} or {@code key.many}, as the language counts. */
    public String count(String key, long number) {
        Language spoken = Language.of(language);
        return say(
                key + (spoken.plural(number) ? ".many" : ".one"), spoken.number(java.math.BigDecimal.valueOf(number)));
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("words.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
