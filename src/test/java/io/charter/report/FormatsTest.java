package io.charter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.explain.ReasonTrees;
import io.charter.testing.TinyRules;
import io.charter.text.Language;
import io.charter.text.NodeReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One short tree in every format. */
class FormatsTest {

    private static final String RULES = """
            declare Seen
                name : String @key
                size : BigDecimal @key
            end

            """ + TinyRules.DECISIONS
            + TinyRules.rule("a thing is seen", "Thing( $name : name, $size : size )", "Seen( $name, $size )")
            + TinyRules.rule(
                    "the largest is big",
                    "C2",
                    "AskedOn( $day : date )\n    Seen( $name : name, $size : size )\n    Thing( name == $name, on < $day )\n"
                            + "    not Thing( name != $name, size > $size, on <= $day )",
                    "Big( $name )")
            + TinyRules.rule(
                    "another is small",
                    "Seen( $name : name, $size : size )\n    exists Thing( size > $size )",
                    "Small( $name )");

    private static final String SCENARIO = """
            {"id": "tiny", "edition": "tiny", "asOf": "2026-06-01", "facts": {"Thing": [
              {"name": "a \\"<b>\\"", "size": 5, "on": "2026-01-01", "source": "a book", "assumed": "so it is said", "note": "n"},
              {"name": "c", "size": 3, "on": "2026-02-01"}]}}
            """;

    private static final String KEY = "state:a \"<b>\"";

    @TempDir
    private Path folder;

    private ReasonTrees trees;

    @BeforeEach
    void derive() {
        var charter = TinyRules.in(folder, RULES).charter();
        trees = charter.reasons(charter.read(SCENARIO), "en");
    }

    @Test
    void anOutline() {
        assertThat(new Outline(Language.of("en"), 80, false).text(trees, KEY)).isEqualTo("""
                tiny · tiny · as of 1 June 2026

                The state of a thing · a "<b>": big
                state:a "<b>"
                1  Because the largest is big.
                  clause C2 · rule “the largest is big” · first/rules.drl:30
                  with day = 1 June 2026; name = a "<b>"; size = 5
                  –  the date asked about: 1 June 2026
                  2  Because a thing is seen.
                    clause C1 · rule “a thing is seen” · first/rules.drl:22
                    with name = a "<b>"; size = 5
                    3  fact: a thing
                      its name: a "<b>"; its size: 5; its day: 1 January 2026
                      /facts/Thing/0
                      assumed: so it is said
                      source: a book
                      note: n
                  ↑  a thing (a "<b>") (see 3)
                  –  no such fact is stated: a thing (its name: other than a "<b>"; its size:
                     more than 5; its day: 1 June 2026 or before)
                     not Thing( name != "a \\"<b>\\"", size > 5, on <= 2026-06-01 )

                Clauses
                C1
                  what it says
                  source: nowhere
                C2 (no source at hand confirms it)
                  more
                  source: nowhere
                """);
    }

    @Test
    void data() {
        var data = NodeReader.json("-", 0, new TreeData(Language.of("en")).text(trees, KEY));
        var reason = data.get("reason");
        assertThat(reason.get("rule").text()).isEqualTo("the largest is big");
        assertThat(reason.get("at").text()).isEqualTo("first/rules.drl:30");
        assertThat(reason.get("values").get("size").plain()).hasToString("5");
        assertThat(reason.get("absent").items().get(0).get("condition").text())
                .isEqualTo("not Thing( name != \"a \\\"<b>\\\"\", size > 5, on <= 2026-06-01 )");
        var rests = reason.get("restsOn").items();
        assertThat(rests.get(0).get("date").text()).isEqualTo("2026-06-01");
        assertThat(rests.get(1).get("restsOn").items().get(0).get("fact").text())
                .isEqualTo("/facts/Thing/0");
        assertThat(rests.get(1).get("restsOn").items().get(0).get("assumed").text())
                .isEqualTo("so it is said");
        assertThat(rests.get(2).get("told").text()).isEqualTo("3");
        assertThat(data.get("clauses").get("C2").get("verified").plain()).isEqualTo(false);
    }

    @Test
    void aReportInMarkdown() {
        assertThat(MarkdownReport.of(Report.ofAll(trees))).contains("""
                ### The state of a thing

                - **a "\\<b\\>": big** (clause C2). Because the largest is big.
                  - the date asked about: 1 June 2026
                  - (2) Because a thing is seen. (clause C1; rule “a thing is seen”, `first/rules.drl:22`)
                    - (3) a thing: its name: a "\\<b\\>"; its size: 5; its day: 1 January 2026 **assumed**: so it is said
                  - ↑ a thing (a "\\<b\\>") (see 3)
                """, """
                - **C2** (unverified): more
                  - source: nowhere
                """);
    }

    @Test
    void htmlHoldsEveryTextAsText() {
        String html = HtmlPage.of(List.of(Report.ofAll(trees)));
        assertThat(html)
                .contains("a &quot;&lt;b&gt;&quot;")
                .doesNotContain("<b>", "<script", "name=\"language\"")
                .contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'");
        assertThat(Html.text("<a href='x'>&\"\u0000\u202e"))
                .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&quot;\uFFFD\uFFFD");
        assertThat(Html.source("javascript:x() https://e.org/\"onclick=x https://e.org/a?b=1&c=2"))
                .isEqualTo(
                        "javascript:x() https://e.org/&quot;onclick=x "
                                + "<a class=\"out\" rel=\"noreferrer\" href=\"https://e.org/a?b=1&amp;c=2\">e.org/a?b=1&amp;c=2</a>");
    }

    @Test
    void graphs() {
        assertThat(new Graph(Graph.Notation.DOT, Language.of("en")).text(trees, KEY))
                .isEqualTo("""
                digraph reasons {
                  rankdir=BT;
                  node [fontname="sans-serif", fontsize=11, shape=box];
                  n1 [label="Because the largest is big.\\nclause C2", penwidth=2];
                  n2 [label="Because a thing is seen.\\nclause C1"];
                  n3 [label="a thing\\nits name: a \\"<b>\\"; its size: 5; its day: 1\\nJanuary 2026\\n/facts/Thing/0", style=filled, fillcolor="#eef3f8"];
                  n1_no1 [label="not Thing( name != \\"a \\\\\\"<b>\\\\\\"\\", size > 5,\\non <= 2026-06-01 )", style=dashed];
                  n3 -> n2;
                  n2 -> n1;
                  n3 -> n1;
                  n1_no1 -> n1;
                }
                """);
        assertThat(new Graph(Graph.Notation.MERMAID, Language.of("en")).text(trees, KEY))
                .isEqualTo("""
                flowchart BT
                  n1["Because the largest is big.<br>clause C2"]:::decision
                  n2["Because a thing is seen.<br>clause C1"]
                  n3["a thing<br>its name: a #34;#60;b#62;#34;#59; its size: 5#59; its day: 1<br>January 2026<br>/facts/Thing/0"]:::fact
                  n1_no1["not Thing#40; name != #34;a #92;#34;#60;b#62;#92;#34;#34;, size #62; 5,<br>on #60;= 2026-06-01 #41;"]
                  n3 --> n2
                  n2 --> n1
                  n3 --> n1
                  n1_no1 --> n1
                  classDef decision stroke-width:3px
                  classDef fact fill:#eef3f8,stroke:#4a6785,color:#111
                """);
    }
}
