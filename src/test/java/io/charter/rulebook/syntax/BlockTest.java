package io.charter.rulebook.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is cut where its declarations begin and end, to the character. */
class BlockTest {

    private static final String FILE = """
            /* rule "none" */
            package some.where

            import java.util.List;
            declare Thing // a comment
                end : String
                rule : String
            end
            // rule "nor this"
            rule "it says \\"so\\""
                @en( "end" )
            when
                Thing( end == "rule \\"x\\"" )
            then
                insertLogical( new Thing( "a", "b" ) );
            end

            rule "next" when Thing() then insertLogical( new Thing( "a", "b" ) ); end""";

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void blocksAreCutToTheCharacter(String mark) {
        for (String text : List.of(mark + FILE, mark + FILE.replace("\n", "\r\n"), mark + FILE + "\n// the end")) {
            List<Block> blocks = Block.of(text);
            assertThat(blocks)
                    .extracting(Block::keyword)
                    .containsExactly("package", "import", "declare", "rule", "rule");
            assertThat(blocks).extracting(Block::name).containsExactly("", "", "", "it says \"so\"", "next");
            assertThat(blocks.get(0).text()).isEqualTo("package some.where");
            assertThat(blocks.get(1).text()).isEqualTo("import java.util.List;");
            assertThat(blocks.get(2).text()).startsWith("declare Thing").endsWith("end");
            assertThat(blocks.get(3).text()).startsWith("rule \"it").endsWith("end");
            assertThat(blocks.get(4).text()).startsWith("rule \"next\"").endsWith("end");
            blocks.forEach(b -> assertThat(text.substring(b.from(), b.to())).isEqualTo(b.text()));
        }
    }

    @Test
    void nothingButCommentsStandsOutside() throws IOException {
        for (Path file : TestRules.files(TestRules.RULES, ".drl")) {
            String text = Files.readString(file);
            StringBuilder rest = new StringBuilder();
            int at = 0;
            for (Block block : Block.of(text)) {
                rest.append(text, at, block.from());
                at = block.to();
            }
            rest.append(text.substring(at));
            List<Token> left = new ArrayList<>(Lexer.tokens("", rest.toString()));
            assertThat(left).as(file.toString()).hasSize(1);
        }
    }
}
