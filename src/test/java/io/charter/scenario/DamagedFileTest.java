package io.charter.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {

    @TempDir
    private Path folder;

    /** What comes before the damage is read, and then it is said that the file cannot be read. */
    @Test
    void whatStandsBeforeTheDamageIsNotLost() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"id\":\"one\"}\n{\"id\":\"two\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("some.jsonl.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 4));
        List<ScenarioFiles.Item> items = new ArrayList<>();
        ScenarioFiles.read(file, items::add);
        assertThat(items).hasSize(3);
        assertThat(items.get(0).text()).isEqualTo("{\"id\":\"one\"}");
        assertThat(items.get(1).text()).isEqualTo("{\"id\":\"two\"}");
        assertThat(items.get(2).fault()).hasMessageContaining("cannot be read");
    }
}
