package io.charter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program was built from. */
public final class Build {

    private static final Properties PROPERTIES = read();

    private Build() {}

    /** The version of Charter. */
    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    /** The version of Drools that it was built with. */
    public static String drools() {
        return PROPERTIES.getProperty("drools");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/io/charter/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
