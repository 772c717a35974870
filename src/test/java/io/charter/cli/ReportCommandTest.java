package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final String FIXTURE =
            "fixtures/draft-2026-01/events/the-article-on-its-own-day-finds-kazakhstan-a-member.json";

    @TempDir
    private Path folder;

    @Test
    void onePageHoldsEveryDecisionInBothLanguages() throws IOException {
        Path page = folder.resolve("report.html");
        assertThat(Run.of("report", FIXTURE, "-o", page.toString())).isEqualTo(new Run(0, "", ""));
        String html = Files.readString(page);
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains(
                        "<title>The article on its own day finds Kazakhstan a member – draft-2026-01</title>",
                        "Kazakhstan sits for a term of three years, until 18 January 2029.",
                        "Le Kazakhstan siège pour un mandat de trois ans, jusqu&#39;au 18 janvier 2029.",
                        "draft-2026-01/a5-term.drl:")
                .doesNotContain(System.getProperty("user.dir"));
        assertThat(Run.of("report", FIXTURE).out()).isEqualTo(html);
        assertThat(Run.of("report", FIXTURE, "--lang", "fr").out()).startsWith("<!doctype html>\n<html lang=\"fr\">");
        assertThat(Run.of("report", FIXTURE, "--lang", "de").status()).isEqualTo(Exit.USAGE);
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhere() {
        String html = Run.of("report", "fixtures/world/2026-02-19-the-first-meeting-finds-twenty-two-members.json")
                .out();
        assertThat(matches(html, "href=\"#([^\"]*)\"")).isNotEmpty().isSubsetOf(matches(html, " id=\"([^\"]*)\""));
        assertThat(html.split(" id=\"").length - 1)
                .isEqualTo(matches(html, " id=\"([^\"]*)\"").size());
    }

    private static java.util.Set<String> matches(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void markdownIsInOneLanguage() {
        assertThat(Run.of("report", FIXTURE, "--format", "markdown", "--lang", "fr")
                        .out())
                .startsWith("# The article on its own day finds Kazakhstan a member\n")
                .contains("- **Le Kazakhstan\u202f: à terme** (clause A5). Le Kazakhstan siège");
    }
}
