package io.charter.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs the jars of a class path into one. Whoever looks for a class or a file that is nowhere has the JVM open each jar, and Drools does
 * so at every start.
 */
public final class OneJar {

    private static final String SERVICES = "META-INF/services/";

    private OneJar() {}

    /** @param args the jar to write, then those to pack */
    public static void main(String[] args) throws IOException {
        pack(Path.of(args[0]), Arrays.stream(args).skip(1).map(Path::of).toList());
    }

    /**
     * Writes the jar. Of two files of a name, the first counts, as on a class path; the lists of services are put together.
     *
     * @throws IOException when a jar cannot be read, or the new one cannot be written
     */
    static void pack(Path to, List<Path> jars) throws IOException {
        Map<String, ByteArrayOutputStream> services = new LinkedHashMap<>();
        Set<String> packed = new HashSet<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Path jar : jars) {
                try (ZipFile from = new ZipFile(jar.toFile())) {
                    for (ZipEntry entry : Collections.list(from.entries())) {
                        try (InputStream in = from.getInputStream(entry)) {
                            add(entry, in, out, services, packed);
                        }
                    }
                }
            }
            for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
                out.putNextEntry(new ZipEntry(service.getKey()));
                service.getValue().writeTo(out);
            }
        }
    }

    private static void add(
            ZipEntry entry,
            InputStream in,
            ZipOutputStream out,
            Map<String, ByteArrayOutputStream> services,
            Set<String> packed)
            throws IOException {
        String name = entry.getName();
        if (entry.isDirectory() || isOfOneJar(name)) {
            return;
        }
        if (name.startsWith(SERVICES)) {
            ByteArrayOutputStream all = services.computeIfAbsent(name, k -> new ByteArrayOutputStream());
            in.transferTo(all);
            all.write('\n');
        } else if (packed.add(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
    }

    /** Whether a file says something of the jar that it is in, as a signature does, and not of what is in it. */
    private static boolean isOfOneJar(String name) {
        return name.endsWith("module-info.class")
                || name.startsWith("META-INF/versions/")
                || name.matches("META-INF/([^/]*\\.(SF|RSA|DSA|EC)|MANIFEST\\.MF|INDEX\\.LIST)");
    }
}
