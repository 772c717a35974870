package io.charter.rulebook.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.model.Edition;
import io.charter.testing.TestRules;
import io.charter.text.RecordReader;
import io.charter.text.RecordWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model of an edition comes back from bytes as it was, or not at all. */
public class SnapshotTest {

    static Set<String> editions() {
        return TestRules.charter().editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void anEditionComesBackAsItWas(String id) {
        Edition edition = TestRules.charter().edition(id);
        Snapshot kept =
                Snapshot.read(new Snapshot("made", "rules", edition).bytes()).orElseThrow();
        assertThat(kept.made()).isEqualTo("made");
        assertThat(kept.rules()).isEqualTo("rules");
        Edition back = kept.edition();
        assertThat(back).isEqualTo(edition).isNotSameAs(edition);
        assertThat(back.types().keySet())
                .containsExactlyElementsOf(edition.types().keySet());
        assertThat(back.rules().get(0).then().type())
                .isSameAs(back.types().get(back.rules().get(0).then().type().name()));
    }

    @Test
    void damagedBytesGiveNone() {
        Edition edition = TestRules.charter().edition(editions().iterator().next());
        byte[] whole = new Snapshot("made", "rules", edition).bytes();
        for (int at = 11; at < whole.length; at += whole.length / 50) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            assertThat(Snapshot.read(damaged)).isEmpty();
            assertThat(Snapshot.read(Arrays.copyOf(whole, at))).isEmpty();
        }
    }

    /** A record that is none of the model's. */
    public record Other(String text) {}

    @Test
    void nothingElseIsMadeFromBytes() {
        byte[] other = RecordWriter.write(new Other("anything"));
        CRC32 sum = new CRC32();
        sum.update(other);
        byte[] whole = ByteBuffer.allocate(Long.BYTES + other.length)
                .putLong(sum.getValue())
                .put(other)
                .array();
        assertThat(Snapshot.read(whole)).isEmpty();
        assertThat(RecordReader.read(ByteBuffer.wrap(other), name -> true)).isEqualTo(new Other("anything"));
    }
}
