package io.charter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several jars become one that says the same. */
class OneJarTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstFileOfANameCountsAndAllServicesDo() throws IOException {
        Path one = jar(
                "one.jar",
                Map.of(
                        "a/A.class", "first",
                        "META-INF/services/s.S", "a.A",
                        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0",
                        "META-INF/KEY.SF", "signed"));
        Path two = jar("two.jar", Map.of("a/A.class", "second", "b/B.class", "b", "META-INF/services/s.S", "b.B"));

        Path packed = folder.resolve("packed.jar");
        OneJar.main(new String[] {packed.toString(), one.toString(), two.toString()});

        assertThat(contents(packed))
                .isEqualTo(Map.of("a/A.class", "first", "b/B.class", "b", "META-INF/services/s.S", "a.A\nb.B\n"));
        assertThat(List.of(one, two)).allMatch(Files::exists);
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
            }
        }
        return jar;
    }

    private static Map<String, String> contents(Path jar) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                contents.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return contents;
    }
}
