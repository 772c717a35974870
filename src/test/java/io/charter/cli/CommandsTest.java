package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands besides decide. */
class CommandsTest {

    private static final String FIXTURE = """
            {
              "id": "nobody", "edition": "draft-2026-01", "asOf": "2026-01-19", "facts": {},
              "expect": { "all": %s, "decisions": [
                { "question": "official_status", "subject": "charter", "outcome": "%s", "details": { "approvals": 0, "missing": %s }, "clause": "A7" }
              ] }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aFixtureThatHoldsPasses() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), FIXTURE.formatted("false", "not_official", "3"));
        Run run = Run.of("test", file.toString());
        assertThat(run).isEqualTo(new Run(Exit.DONE, "1 passed, 0 failed\n", ""));
    }

    @Test
    void aFixtureThatDoesNotSaysWhatDiffersAndByWhichRule() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), FIXTURE.formatted("true", "official", "2"));
        Path junit = folder.resolve("junit.xml");
        Run run = Run.of("test", file.toString(), "--junit", junit.toString());
        assertThat(run.status()).isEqualTo(Exit.SHORT);
        assertThat(run.out())
                .contains(
                        "FAILED  " + file,
                        "official_status:charter: outcome expected official, got not_official; details expected {\"approvals\":0,\"missing\":2}",
                        "by rule \"the Board is not official while approvals by member states are missing\"",
                        "chairmanship:chair: not expected, but decided named",
                        "0 passed, 1 failed");
        assertThat(Files.readString(junit))
                .contains("tests=\"1\"", "failures=\"1\"", "<failure message=\"official_status:charter");
    }

    @Test
    void updatingWritesWhatIsDecidedAndKeepsTheRest() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), FIXTURE.formatted("false", "official", "2"));
        Run run = Run.of("test", file.toString(), "--update");
        assertThat(run.status()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("updated " + file, "0 passed, 0 failed, 1 updated");
        assertThat(Files.readString(file))
                .contains(
                        "\"outcome\": \"not_official\", \"details\": { \"approvals\": 0, \"missing\": 3 }",
                        "\"all\": false")
                .doesNotContain("chairmanship");
        assertThat(Run.of("test", file.toString()).status()).isEqualTo(Exit.DONE);
    }

    @Test
    void theProjectsRulesHaveNoFault() {
        Run run = Run.of("check");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("no fault: ").contains("draft-2026-01");
        assertThat(run.status()).isEqualTo(Exit.DONE);
    }

    @Test
    void listNamesWhatThereIs() throws IOException {
        assertThat(Run.of("list").out())
                .contains(
                        "membership             member, former, declined, invited, not_invited",
                        "Invitation",
                        "a2-membership.drl:");
        JsonNode json =
                new ObjectMapper().readTree(Run.of("list", "--format", "json").out());
        JsonNode edition = json.get("editions").get(0);
        assertThat(edition.get("questions"))
                .hasSize(
                        TestRules.charter().edition("draft-2026-01").questions().size());
        assertThat(edition.get("factTypes").get(0).get("type").asText()).isEqualTo("Invitation");
        assertThat(edition.get("ruleList").get(0).get("at").asText()).matches(".*\\.drl:\\d+:\\d+");
    }

    @Test
    void schemasArePrintedOrWritten() {
        Path out = folder.resolve("s.json");
        assertThat(Run.of("schema", "draft-2026-01", "-o", out.toString()).status())
                .isZero();
        assertThat(out).hasSameTextualContentAs(TestRules.FIXTURES.resolve("schemas/draft-2026-01.schema.json"));
        assertThat(Run.of("schema", "draft-2026-01", "--decisions").out()).contains("\"const\": \"not_official\"");
        assertThat(Run.of("schema", "draft-2026-02").status()).isEqualTo(Exit.USAGE);
    }

    @Test
    void helpTellsTheExitStatuses() {
        assertThat(Run.of("--help").out()).contains("decide", "Exit statuses:", "3   some input could not be decided");
        assertThat(Run.of("decide", "--help").out()).contains("--as-of=DATE", "--threads=N");
        assertThat(Run.of("--version").out()).matches("charter \\S+, Drools \\S+, Java .*\\R");
        assertThat(Run.of().status()).isEqualTo(Exit.USAGE);
    }
}
