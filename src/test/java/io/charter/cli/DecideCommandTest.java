package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.testing.TestRules;
import io.charter.testing.TinyRules;
import io.charter.text.NodeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {

    private static final String ACCEPTS = """
            {"id": "a", "edition": "draft-2026-01", "asOf": "2026-01-19", "facts": {
              "Invitation": [{"state": "KAZ", "by": "Chairman", "on": "2026-01-16"}], "Acceptance": [{"state": "KAZ", "on": "2026-01-18"}]}}
            """;
    private static final String EMPTY =
            "{\"id\": \"b\", \"edition\": \"draft-2026-01\", \"asOf\": \"2026-01-19\", \"facts\": {}}";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void oneScenarioGivesOneDocument() throws IOException {
        Run run = Run.of("decide", file("one.json", ACCEPTS));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("{\n  \"scenario\": \"a\",")
                .endsWith("}\n")
                .contains("\"outcome\": \"member\"");
    }

    @Test
    void anArrayGivesAnArrayAndLinesGiveLines() throws IOException {
        assertThat(Run.of("decide", file("two.json", "[" + ACCEPTS + "," + EMPTY + "]"))
                        .out())
                .startsWith("[\n{")
                .endsWith("}\n]\n");
        String lines = Run.of("decide", file("two.jsonl", EMPTY + "\n\n" + EMPTY.replace("\"b\"", "\"c\"") + "\n"))
                .out();
        assertThat(lines.lines()).hasSize(2).allMatch(l -> l.startsWith("{\"scenario\":"));
        assertThat(Run.of("decide", file("none.json", "[]")).out()).isEqualTo("[]\n");
    }

    @Test
    void standardInputGzipAndFoldersAreRead() throws IOException {
        String plain = Run.of("decide", file("x.json", ACCEPTS)).out();
        assertThat(Run.withInput(ACCEPTS, "decide", "-").out()).isEqualTo(plain);
        assertThat(Run.withInput(ACCEPTS, "decide").out()).isEqualTo(plain);
        assertThat(Run.withInput(EMPTY + "\n" + EMPTY + "\n", "decide", "-")
                        .out()
                        .lines())
                .hasSize(2);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ACCEPTS.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path gz = Files.write(folder.resolve("x.json.gz"), packed.toByteArray());
        assertThat(Run.of("decide", gz.toString()).out()).isEqualTo(plain);
        assertThat(Run.of("decide", folder.toString()).out().lines())
                .hasSize(2)
                .allMatch(l -> l.contains("\"scenario\":\"a\""));
    }

    @Test
    void withLessOfAnExplanationTheSameIsDecided() throws IOException {
        String file = file("x.json", ACCEPTS);
        List<Map<String, Object>> full = decisions(Run.of("decide", file).out());
        assertThat(decisions(Run.of("decide", file, "--explain", "clause").out()))
                .isEqualTo(only(full, "question", "subject", "outcome", "details", "clause", "rule"));
        assertThat(decisions(Run.of("decide", file, "--explain", "none").out()))
                .isEqualTo(only(full, "question", "subject", "outcome", "details"));
        assertThat(Run.of("decide", file, "--explain", "none", "--format", "table")
                        .out())
                .contains("member")
                .doesNotContain("Chairman's invitation");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> decisions(String json) {
        Map<String, Object> document =
                (Map<String, Object>) NodeReader.json("decided", 0, json).plain();
        return (List<Map<String, Object>>) document.get("decisions");
    }

    private static List<Map<String, Object>> only(List<Map<String, Object>> decisions, String... keys) {
        return decisions.stream()
                .map(d -> {
                    Map<String, Object> some = new LinkedHashMap<>(d);
                    some.keySet().retainAll(List.of(keys));
                    return some;
                })
                .toList();
    }

    @Test
    void theCommandLineOverridesTheScenario() throws IOException {
        String file = file("x.json", ACCEPTS);
        assertThat(Run.of("decide", file, "--as-of", "2029-01-18").out())
                .contains("\"asOf\": \"2029-01-18\"", "\"outcome\": \"former\"");
        assertThat(Run.of("decide", file, "--as-of", "soon")).satisfies(run -> {
            assertThat(run.status()).isEqualTo(Exit.USAGE);
            assertThat(run.err()).startsWith("charter: --as-of takes a date, YYYY-MM-DD; \"soon\" is none\n");
        });
        assertThat(Run.of("decide", file, "--edition", "draft-2026-02").err())
                .contains("did you mean \"draft-2026-01\"?");
        String otherEdition = file("y.json", ACCEPTS.replace("draft-2026-01", "nowhere"));
        assertThat(Run.of("decide", otherEdition, "--edition", "draft-2026-01").status())
                .isZero();
    }

    @Test
    void questionsAndSubjectsAreFiltered() throws IOException {
        String file = file("x.json", ACCEPTS);
        String out = Run.of("decide", file, "--question", "membership", "--subject", "KAZ", "--format", "jsonl")
                .out();
        assertThat(out).containsOnlyOnce("\"question\":").contains("\"question\":\"membership\",\"subject\":\"KAZ\"");
        Run wrong = Run.of("decide", file, "--question", "membershi");
        assertThat(wrong.status()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("did you mean \"membership\"?");
        assertThat(Run.of("decide", file, "--subject", "KZA").err())
                .contains("nothing was decided about \"KZA\"; did you mean \"KAZ\"?");
    }

    @Test
    void aPersonReadsATableOrMarkdownInEitherLanguage() throws IOException {
        String file = file("x.json", ACCEPTS);
        assertThat(Run.of("decide", file, "--format", "table").out())
                .contains("membership", "Kazakhstan", "member", "A2")
                .doesNotContain("\u001b");
        assertThat(Run.of("decide", file, "--format", "table", "--lang", "fr").out())
                .contains("le Kazakhstan", "membre", "motif");
        assertThat(Run.of("decide", file, "--format", "markdown").out())
                .contains("| membership | Kazakhstan | **member** | A2 |");
        Run wrong = Run.of("decide", file, "--lang", "de");
        assertThat(wrong.status()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("does not speak \"de\"; it speaks en, fr");
    }

    @Test
    void aFailureLeavesTheOthersDecidedAndInPlace() throws IOException {
        String bad = EMPTY.replace("2026-01-19", "2026-02-30");
        Run run = Run.of("decide", file("mixed.jsonl", EMPTY + "\n" + bad + "\n{\n" + EMPTY + "\n"));
        assertThat(run.status()).isEqualTo(Exit.UNDECIDED);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .contains(
                        "\"scenario\":\"b\"",
                        "\"line\":2",
                        "\"error\":{\"code\":\"wrong_value\"",
                        "\"pointer\":\"/asOf\"");
        assertThat(lines.get(2)).contains("\"scenario\":null", "\"line\":3");
        assertThat(lines.get(3)).contains("\"decisions\":");
        assertThat(run.err()).contains("mixed.jsonl:2:", "there is no 2026-02-30 in the calendar");
    }

    @Test
    void aFaultOfTheRulesEndsTheRunBehindWhatCameBefore() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        TinyRules.in(
                rules,
                TinyRules.DECISIONS
                        + TinyRules.rule("small", "Thing( $name : name, size < 2 )", "Small( $name )")
                        + TinyRules.rule("big", "Thing( $name : name, size > 1 )", "Big( $name )"));
        Path second = rules.resolve("second");
        TestRules.copy(rules.resolve("first"), second);
        Path broken = second.resolve("rules.drl");
        Files.writeString(broken, Files.readString(broken).replace("$name : name", "$name : nme"));
        Path named = second.resolve("edition.yaml");
        Files.writeString(named, Files.readString(named).replace("id: tiny", "id: other"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("{\"id\": \"s").append(i).append("\", \"asOf\": \"2026-01-19\", \"facts\": {}, \"edition\": ");
            lines.append(i == 70 ? "\"other\"}\n" : "\"tiny\"}\n");
        }
        String input = file("some.jsonl", lines.toString());
        for (String threads : List.of("1", "2")) {
            Run run = Run.of("decide", input, "--rules", rules.toString(), "--threads", threads);
            assertThat(run.out().lines()).hasSize(70).first().asString().startsWith("{\"scenario\":\"s0\"");
            assertThat(run.out().lines().skip(69).findFirst()).get().asString().startsWith("{\"scenario\":\"s69\"");
            assertThat(run.err()).contains(broken + ":").contains("nme");
            assertThat(run.status()).isEqualTo(Exit.SHORT);
        }
    }

    @Test
    void outputGoesToAFileThatAppearsWhole() throws IOException {
        Path out = folder.resolve("out.json");
        Run run = Run.of("decide", file("x.json", ACCEPTS), "--output", out.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(Run.of("decide", file("x.json", ACCEPTS)).out());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("x.json", "out.json");
        }
        Run nowhere = Run.of(
                "decide",
                file("x.json", ACCEPTS),
                "--output",
                folder.resolve("no/such/folder.json").toString());
        assertThat(nowhere.status()).isEqualTo(Exit.FAILED);
        assertThat(nowhere.err()).contains("folder.json: cannot be written").doesNotContain("\tat ");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        String fixtures = TestRules.FIXTURES.resolve("draft-2026-01").toString();
        Run one = Run.of("decide", fixtures, "--threads", "1");
        assertThat(Run.of("decide", fixtures, "--threads", "4")).isEqualTo(one);
        assertThat(one.status()).isZero();
        assertThat(Run.of("decide", fixtures, "--threads", "0").status()).isEqualTo(Exit.USAGE);
    }

    @Test
    void whatIsNotThereIsSaid() {
        Run run = Run.of("decide", folder.resolve("nothing.json").toString());
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).endsWith("nothing.json: there is no such file or folder\n");
        assertThat(Run.of("decide", "--rules", folder.toString()).err()).contains("no rule set stands here");
        assertThat(Run.of("deside").err()).contains("decide");
        assertThat(Run.of("deside").status()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aRuleChangedByHandDecidesOtherwiseOnTheNextRun() throws IOException {
        Path rules = folder.resolve("rules");
        TestRules.copy(TestRules.RULES, rules);
        String scenario = file(
                "x.json",
                ACCEPTS.replace(
                        "\"Acceptance\"",
                        "\"Contribution\": [{\"id\": \"C\", \"state\": \"KAZ\", \"amount\": 500, \"on\": \"2026-01-19\", \"form\": \"cash\"}], \"Acceptance\""));
        String[] decide = {"decide", scenario, "--rules", rules.toString(), "--question", "seat"};
        assertThat(Run.of(decide).out()).contains("\"outcome\": \"term\"");
        Path file = rules.resolve("board-of-peace/draft-2026-01/a6-permanent-seat.drl");
        Files.writeString(file, Files.readString(file).replace("1000000000", "500"));
        assertThat(Run.of(decide).out()).contains("\"outcome\": \"permanent\"", "\"contributed\": 500");
    }

    @Test
    void aProfileSaysWhereTheTimeWentAndChangesNoDecision() throws IOException {
        String file = file("many.jsonl", (ACCEPTS.replace("\n", " ") + "\n" + EMPTY + "\n").repeat(10));
        Run plain = Run.of("decide", file);
        Run profiled = Run.of("decide", file, "--profile", "--threads", "2");
        assertThat(profiled.status()).isZero();
        assertThat(profiled.out()).isEqualTo(plain.out());
        assertThat(profiled.err())
                .contains("Where the time went: 20 scenarios in ", ", 2 threads.")
                .contains("matching and applying rules")
                .containsPattern("evaluated +true +rule\n")
                .containsPattern("the other \\d+ rules\n")
                .containsPattern("evaluated +true +% true +constraint\n")
                .containsPattern("\\.drl:\\d+");
    }

    @Test
    void onlyDroolsIsProfiled() throws IOException {
        String file = file("one.json", EMPTY);
        for (String other : List.of("--verify", "--engine=reference")) {
            Run run = Run.of("decide", file, "--profile", other);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("--profile measures Drools alone; leave out --verify and --engine reference");
        }
    }
}
