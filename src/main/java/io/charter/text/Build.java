package io.charter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;

/** What this program was built from. */
public final class Build {

    private static final Optional<String> FINGERPRINT = jar();

    private Build() {}

    /** Read when one is asked for: to look for the file, the JVM opens one jar after the other. */
    private static final class Stated {
        private static final Properties PROPERTIES = read();
    }

    /** The version of Charter. */
    public static String version() {
        return Stated.PROPERTIES.getProperty("version");
    }

    /** The version of Drools that it was built with. */
    public static String drools() {
        return Stated.PROPERTIES.getProperty("drools");
    }

    /** What tells this build of the program from others; none where it does not run from a jar. */
    public static Optional<String> fingerprint() {
        return FINGERPRINT;
    }

    private static Optional<String> jar() {
        try {
            Path jar = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            CRC32 sum = new CRC32();
            byte[] bytes = Files.readAllBytes(jar);
            sum.update(bytes);
            return Optional.of(bytes.length + "-" + Long.toHexString(sum.getValue()));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return Optional.empty();
        }
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
