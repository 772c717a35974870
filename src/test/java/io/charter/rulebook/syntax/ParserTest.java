package io.charter.rulebook.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.rulebook.syntax.Syntax.SourceFile;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One fault is one problem, reading goes on behind it, and what could be read is there. */
class ParserTest {

    private static final String RULE = """
            rule "one"
                @clause( "C1" )
                @en( "Because." )
            when
                Thing( size > 5 )
            then
                insertLogical( new Big( "a" ) );
            end
            """;

    private final List<Problem> problems = new ArrayList<>();

    private SourceFile read(String text) {
        return Parser.parse("f.drl", "package p\n" + text, problems);
    }

    private List<String> messages() {
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void aDeclarationWithoutEndIsKeptAndTheNextIsRead() {
        SourceFile file = read("declare A\n  x : String\ndeclare B\n  y String\n  z : long\nend\n" + RULE);
        assertThat(messages())
                .containsExactly(
                        "f.drl:4:1: the declaration before has no \"end\"",
                        "f.drl:5:5: expected \":\", found \"String\"");
        assertThat(file.declares()).extracting(Declare::name).containsExactly("A", "B");
        assertThat(file.declares()).extracting(Declare::whole).containsExactly(true, false);
        assertThat(file.declares().get(1).fields())
                .extracting(Syntax.FieldText::name)
                .containsExactly("z");
        assertThat(file.rules()).hasSize(1);
        assertThat(file.whole()).isTrue();
    }

    @Test
    void aRuleWithAFaultKeepsItsNameItsAnnotationsAndTheConditionsBefore() {
        SourceFile file = read(RULE.replace("Thing( size > 5 )", "Thing( size > 5 )\n    Thing( size 5 )") + RULE);
        assertThat(messages())
                .containsExactly("f.drl:7:17: expected a comparison (== != < <= > >= in contains), found \"5\"");
        RuleText rule = file.rules().get(0);
        assertThat(rule.annotations()).extracting(Syntax.Annotation::value).containsExactly("C1", "Because.");
        assertThat(rule.when()).hasSize(1);
        assertThat(rule.then()).isNull();
        assertThat(file.rules().get(1).then()).isNotNull();
    }

    @Test
    void anAnnotationWithAFaultIsKeptWithoutItsValue() {
        SourceFile file = read(RULE.replace("\"C1\"", "'C1'"));
        assertThat(messages())
                .containsExactly(
                        "f.drl:3:14: the character \"'\" has no place in a rule file; texts stand in double quotes");
        assertThat(file.rules().get(0).annotations())
                .extracting(Syntax.Annotation::whole)
                .containsExactly(false, true);
        assertThat(file.rules().get(0).then()).isNotNull();
    }

    @Test
    void attributesAndAnnotationsAtTheWrongPlaceDoNotHideTheRule() {
        SourceFile file = read(RULE.replace("    @clause", "    no-loop\n    @clause")
                .replace("when\n", "when\n    @fr( \"Car.\" )\n"));
        assertThat(messages()).hasSize(2);
        assertThat(file.rules().get(0).annotations())
                .extracting(Syntax.Annotation::name)
                .containsExactly("clause", "en", "fr");
        assertThat(file.rules().get(0).then()).isNotNull();
    }

    @Test
    void whatIsNoDeclarationIsOneProblem() {
        SourceFile file = read("function int f() {\n  return 1;\n}\nquery \"q\"\n  Thing()\nend\n" + RULE);
        assertThat(problems).extracting(p -> p.at().line()).containsExactly(2, 5);
        assertThat(file.whole()).isFalse();
        assertThat(file.rules()).hasSize(1);
    }

    @Test
    void numbersAreWrittenInOneWay() {
        for (String number : List.of("010", "1.2.3", "40L", "1_000", "3000000000", "1,000")) {
            problems.clear();
            read(RULE.replace("size > 5", "size > " + number));
            assertThat(problems).as(number).hasSize(1);
        }
        problems.clear();
        read(RULE.replace("size > 5", "size > 0.5, size < 2147483647, size != -3, size > 0"));
        assertThat(problems).isEmpty();
    }
}
