package io.charter.text;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;

/** What this program was built from. */
public final class Build {

    /** How long the end of a jar is that says where its table of contents stands, and what says so in it: APPNOTE.TXT of PKWARE, 4.3.16. */
    private static final int END = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int TABLE_LENGTH = 12;
    private static final int TABLE_AT = 16;

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
            return Optional.of(contents(jar.toFile()));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A sum of the table at the end of a jar, which holds the length of each file in it and a checksum of it. */
    private static String contents(File jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
            byte[] end = new byte[END];
            file.seek(file.length() - END);
            file.readFully(end);
            ByteBuffer about = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            if (about.getInt() != END_SIGNATURE) {
                throw new IOException(jar + " ends otherwise than a jar");
            }
            byte[] table = new byte[about.getInt(TABLE_LENGTH)];
            file.seek(about.getInt(TABLE_AT));
            file.readFully(table);
            CRC32 sum = new CRC32();
            sum.update(table);
            return file.length() + "-" + Long.toHexString(sum.getValue());
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
