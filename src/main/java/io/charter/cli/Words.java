package io.charter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The program's own words in a language. */
final class Words {

    private static final Properties ALL = read();

    private final String language;

    Words(String language) {
        this.language = language;
    }

    /** A word or phrase, with a value in the place of {@code {0}}. */
    String say(String key, String value) {
        return ALL.getProperty(language + "." + key).replace("{0}", value);
    }

    String say(String key) {
        return ALL.getProperty(language + "." + key);
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
