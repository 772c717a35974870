package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String FIXTURE =
            "fixtures/draft-2026-01/events/the-article-on-its-own-day-finds-kazakhstan-a-member.json";

    @TempDir
    private Path folder;

    @Test
    void aDecisionIsToldDownToTheFactsInEitherLanguage() {
        Run run = Run.of("explain", FIXTURE, "--decision", "seat:KAZ");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "The seat of a member · Kazakhstan: for a term",
                        "2  The term of Kazakhstan, a member since 18 January 2026, runs three years.",
                        "/facts/Acceptance/0",
                        "not PermanentSeat( state == \"KAZ\" )",
                        "source: 000_639783ad5a39018d.txt");
        assertThat(Run.of("explain", FIXTURE, "--decision", "seat:KAZ", "--lang", "fr")
                        .out())
                .contains("Le siège d'un membre · Le Kazakhstan\u202f: à terme", "supposé\u202f: ");
    }

    @Test
    void everyFormatIsWrittenToAFile() throws IOException {
        for (ExplainCommand.Format format : ExplainCommand.Format.values()) {
            Path file = folder.resolve(format.name());
            Run run = Run.of(
                    "explain", FIXTURE, "--decision", "seat:KAZ", "--format", format.name(), "-o", file.toString());
            assertThat(run).isEqualTo(new Run(0, "", ""));
            assertThat(Files.readString(file)).contains("runs three years");
        }
    }

    @Test
    void aDecisionThatThereIsNotIsSaid() {
        assertThat(usage(FIXTURE, "--decision", "seta:KAZ"))
                .startsWith("charter: nothing is decided under \"seta:KAZ\"; did you mean \"seat:KAZ\"?\n");
        assertThat(usage(FIXTURE, "--decision", "seat:Somebody else"))
                .startsWith("charter: nothing is decided under \"seat:Somebody else\"; there is seat:KAZ\n");
        assertThat(usage(FIXTURE, "--decision", "weather"))
                .startsWith("charter: nothing is decided under \"weather\", which is no QUESTION:SUBJECT; there are ");
        assertThat(usage(FIXTURE)).contains("--decision");
    }

    @Test
    void oneScenarioOfSeveralIsNamed() throws IOException {
        String one = Files.readString(Path.of(FIXTURE)).replaceAll("\\R\\s*", " ");
        String several = Files.writeString(
                        folder.resolve("several.jsonl"),
                        one + "\n" + one.replace("\"id\": \"the-article", "\"id\": \"other") + "\n")
                .toString();
        assertThat(usage(several, "--decision", "seat:KAZ")).contains("holds 2 scenarios; name one with --scenario ID");
        assertThat(usage(
                        several,
                        "--decision",
                        "seat:KAZ",
                        "--scenario",
                        "othe-on-its-own-day-finds-kazakhstan-a-member"))
                .contains("did you mean \"other-on-its-own-day-finds-kazakhstan-a-member\"?");
        Run run = Run.of(
                "explain",
                several,
                "--decision",
                "seat:KAZ",
                "--scenario",
                "other-on-its-own-day-finds-kazakhstan-a-member");
        assertThat(run.out()).startsWith("other-on-its-own-day");
        assertThat(Run.of("explain", FIXTURE, "--decision", "seat:KAZ", "--as-of", "2029-01-18")
                        .out())
                .contains("expired");
    }

    private static String usage(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "explain";
        System.arraycopy(args, 0, all, 1, args.length);
        Run run = Run.of(all);
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        return run.err();
    }
}
