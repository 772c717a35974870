package io.charter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records come back as they were, whatever of them is read later. */
class RecordReaderTest {

    public record Leaf(String text) {}

    public record Branch(
            Leaf first, @Later List<Object> later, @Later List<String> texts) {}

    public record Tree(Leaf root, List<Branch> branches, Leaf last) {}

    public record Names(@Later Map<String, Leaf> later, Map<String, Map<String, Leaf>> nested) {}

    private static Tree backAndForth(Tree tree) {
        ByteBuffer bytes = ByteBuffer.wrap(RecordWriter.write(tree));
        Tree back = (Tree) RecordReader.read(bytes, name -> true);
        assertThat(bytes.hasRemaining()).isFalse();
        return back;
    }

    private static Tree tree() {
        Leaf root = new Leaf("root");
        Leaf shared = new Leaf("shared");
        Branch inner = new Branch(shared, List.of(root, new Leaf("inner"), shared), List.of("inner", "root"));
        return new Tree(
                root,
                List.of(
                        new Branch(new Leaf("one"), List.of(inner, inner), List.of("one", "two")),
                        new Branch(shared, List.of(), List.of("two"))),
                shared);
    }

    @Test
    void whatIsReadLaterIsTheSame() {
        assertThat(backAndForth(tree())).isEqualTo(tree());
    }

    @Test
    void mapsThatAreReadLaterAreTheSameInTheirOrder() {
        Map<String, Leaf> later = new LinkedHashMap<>();
        Map<String, Map<String, Leaf>> nested = new LinkedHashMap<>();
        for (int i = 9; i > 0; i--) {
            later.put("later " + i, new Leaf("leaf " + i));
            nested.put("nested " + i, Map.of("later " + i, new Leaf("leaf " + i)));
        }
        nested.put("none", Map.of());
        Names names = new Names(later, nested);
        Names back = (Names) RecordReader.read(ByteBuffer.wrap(RecordWriter.write(names)), name -> true);
        assertThat(back.nested().get("nested 3").get("later 3")).isEqualTo(new Leaf("leaf 3"));
        assertThat(back.nested().get("nested 3").containsKey("later 4")).isFalse();
        assertThat(back.nested().get("none")).isEmpty();
        assertThat(back.later().get("later 4")).isEqualTo(new Leaf("leaf 4"));
        assertThat(back.later().get("later")).isNull();
        assertThat(back).isEqualTo(names);
        assertThat(back.later().keySet()).containsExactlyElementsOf(later.keySet());
        assertThat(back.nested().keySet()).containsExactlyElementsOf(nested.keySet());
    }

    @Test
    void inAnyOrder() {
        Tree back = backAndForth(tree());
        assertThat(back.branches().get(1).texts()).containsExactly("two");
        Branch inner = (Branch) back.branches().get(0).later().get(1);
        assertThat(inner).isSameAs(back.branches().get(0).later().get(0));
        assertThat(inner.texts()).containsExactly("inner", "root");
        assertThat(inner.later()).hasSize(3);
        // What was read before the list is the same object in it.
        assertThat(inner.later().get(0)).isSameAs(back.root());
        assertThat(inner.later().get(2)).isSameAs(inner.first());
        assertThat(back.last()).isSameAs(back.branches().get(1).first());
    }
}
