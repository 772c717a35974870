package io.charter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.charter.Charter;
import io.charter.explain.ReasonTrees;
import io.charter.testing.TestRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** A report in a real Chromium: it leaves pictures in {@code target/report} to be looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

    private static final Path FIXTURE =
            Path.of("fixtures/draft-2026-01/events/the-article-on-its-own-day-finds-kazakhstan-a-member.json");
    private static final Path PICTURES = Path.of("target", "report");
    private static final int PHONE = 390;

    @TempDir
    private static Path folder;

    private Browser browser;
    private Path page;

    @BeforeAll
    void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        Charter charter = TestRules.charter();
        // The text of somebody who means harm stands where people write: in the title, a remark, a source and a name.
        String scenario = Files.readString(FIXTURE)
                .replace("\"title\": \"The article", "\"title\": \"<script>window.harm=1</script>\\u202e The article")
                .replaceFirst("No source dates", "<img src=x onerror=window.harm=1> 'No' \\\\\"source\\\\\" dates")
                .replaceFirst("\"note\": \"Another", "\"note\": \"\\\\u0627\\\\u0644 </p></li><a href=//e.org>Another")
                .replaceFirst(
                        "\"source\": \"000", "\"source\": \"javascript:harm https://e.org/\\\\\"onclick=harm() 000")
                .replace("Steve Witkoff", "</bdi><b onclick=harm()>Steve");
        ReasonTrees trees = charter.reasons(charter.read(scenario), "en");
        assertThat(scenario).contains("window.harm=1>", "onclick=harm()", "</bdi>", "javascript:", "u0627");
        page = folder.resolve("report.html");
        Files.writeString(
                page,
                HtmlPage.of(trees.inEveryLanguage().stream().map(Report::ofAll).toList()));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "390, false, en", "390, false, fr", "390, true, en", "390, true, fr",
        "1280, false, en", "1280, false, fr", "1280, true, en", "1280, true, fr"
    })
    void anybodyCanReadIt(int width, boolean dark, String language) {
        browser.look(width, width == PHONE ? 844 : 900, dark);
        browser.show(page);
        browser.driver()
                .findElement(By.cssSelector("label[for=language-" + language + "]"))
                .click();
        assertThat(browser.run(
                        "return [...document.querySelectorAll('.side')].filter(s => s.offsetParent).map(s => s.lang)"))
                .isEqualTo(List.of(language));
        browser.run("document.querySelectorAll('details').forEach((d, i) => { d.open = i % 2 == 0 })");
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= " + width))
                .isTrue();
        assertThat(browser.barriers()).isEmpty();
        browser.picture(PICTURES.resolve(language + "-" + width + (dark ? "-dark" : "") + ".png"));
    }

    @Test
    void aDecisionOpensAndIsLinkedTo() {
        browser.look(1280, 900, false);
        browser.show(page);
        var decision = browser.driver()
                .findElements(By.cssSelector(".side[lang=en] td.reason > details"))
                .get(3);
        assertThat(decision.findElement(By.className("tree")).isDisplayed()).isFalse();
        decision.findElement(By.tagName("summary")).click();
        assertThat(decision.findElement(By.className("tree")).isDisplayed()).isTrue();
        decision.findElement(By.cssSelector("li.decided a")).click();
        assertThat(
                        browser.run(
                                "return document.querySelector(':target').closest('details').open && document.querySelectorAll('details[open]').length"))
                .isEqualTo(2L);
    }

    @Test
    void theKeyboardSwitchesTheLanguage() {
        browser.look(1280, 900, false);
        browser.show(page);
        browser.driver().findElement(By.id("language-en")).sendKeys(org.openqa.selenium.Keys.ARROW_RIGHT);
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".side[lang=fr] h1"))
                        .isDisplayed())
                .isTrue();
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".side[lang=en] h1"))
                        .isDisplayed())
                .isFalse();
    }

    @Test
    void nothingIsAskedOfTheNetworkAndNoTextIsRun() {
        browser.requests();
        browser.complaints();
        browser.look(1280, 900, false);
        browser.show(page);
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.run("return window.harm === undefined")).isEqualTo(true);
        assertThat(
                        browser.run(
                                "return document.querySelectorAll('script, img, iframe, object, embed, link, b, [onclick], [onerror]').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
                        + ".filter(h => !/^(#|https?:)/.test(h)).length"))
                .isEqualTo(0L);
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).contains("<script>window.harm=1</script>");
    }

    @Test
    void itPrints() {
        browser.look(1280, 900, true);
        browser.show(page);
        byte[] pdf = browser.print(PICTURES.resolve("printed.pdf"));
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isBetween(20_000, 2_000_000);
    }
}
