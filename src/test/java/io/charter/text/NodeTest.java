package io.charter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with few members and with many. */
class NodeTest {

    private static String object(int members) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            said.add("  \"key" + i + "\": " + i);
        }
        return "{\n" + String.join(",\n", said) + "\n}";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 8, 9, 10, 40})
    void membersAreFoundByTheirKeysAndKeepTheirOrder(int members) {
        Node node = NodeReader.json("file", 0, object(members));
        assertThat(node.members()).hasSize(members);
        int next = 0;
        for (var member : node.members().entrySet()) {
            assertThat(member.getKey()).isEqualTo("key" + next);
            assertThat(node.get(member.getKey())).isSameAs(member.getValue());
            assertThat(member.getValue().number().intValueExact()).isEqualTo(next);
            assertThat(node.keyAt(member.getKey())).isEqualTo(new Position("file", next + 2, 3));
            next++;
        }
        assertThat(node.get("other")).isNull();
        assertThat(node.members().containsKey("other")).isFalse();
        assertThat(node.keyAt("other")).isEqualTo(new Position("file", 1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 40})
    void aKeyThatStandsTwiceIsFoundAmongFewAndMany(int members) {
        String twice = object(members).replace("\"key" + (members - 1) + "\"", "\"key0\"");
        assertThatThrownBy(() -> NodeReader.json("file", 10, twice))
                .hasMessageContaining("the key \"key0\" stands twice in one object, first on line 12")
                .extracting(e -> ((CharterException) e).problems().get(0).at())
                .isEqualTo(new Position("file", 11 + members, 3));
    }
}
