package io.charter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code how} and {@code timeline} as they are used. */
class WhatIfCommandsTest {

    private static final String FIXTURE =
            "fixtures/draft-2026-01/events/the-article-on-its-own-day-finds-kazakhstan-a-member.json";

    @Test
    void howGivesAPatchToTheCent() {
        Run run = Run.of("how", FIXTURE, "--decision", "seat:KAZ", "--to", "permanent", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("\"outcome\": \"term\"", "\"to\": \"permanent\"", "\"within\": 1", "\"changes\": 1")
                .contains("\"op\": \"add\"", "\"amount\": 1000000000,");
    }

    @Test
    void whatIsFixedIsLeftAloneAndThatThereIsNoWayIsSaidOnlyWhenAllWereTried() {
        Run fixed = Run.of(
                "how",
                FIXTURE,
                "--decision",
                "seat:KAZ",
                "--to",
                "permanent",
                "--within",
                "1",
                "--fix",
                "/facts/Contribution");
        assertThat(fixed.status()).isZero();
        assertThat(fixed.out())
                .contains("There is no way with at most 1 change: every one in the space of the search was tried.");
        assertThat(Run.of(
                                "how",
                                FIXTURE,
                                "--decision",
                                "seat:KAZ",
                                "--to",
                                "permanent",
                                "--within",
                                "1",
                                "--fix",
                                "/facts/Contribution",
                                "--max-trials",
                                "5")
                        .out())
                .contains("No way with 1 change was found; not all were tried");
    }

    @Test
    void whatMeansNothingIsSaid() {
        Run outcome = Run.of("how", FIXTURE, "--decision", "seat:KAZ", "--to", "permanant");
        assertThat(outcome.status()).isEqualTo(Exit.USAGE);
        assertThat(outcome.err()).contains("did you mean \"permanent\"?");
        assertThat(Run.of("how", FIXTURE, "--decision", "seat:KAZ", "--to", "term")
                        .err())
                .contains("seat:KAZ is term already");
        assertThat(Run.of("how", FIXTURE, "--decision", "seat:KAZ", "--to", "permanent", "--fix", "/facts/X/0")
                        .err())
                .contains("--fix /facts/X/0 points to no fact, field or type of facts of the scenario");
        assertThat(Run.of("timeline", FIXTURE, "--from", "2026-02-30").err())
                .contains("--from takes a date, YYYY-MM-DD");
        assertThat(Run.of("timeline", FIXTURE, "--from", "2026-02-02", "--to", "2026-02-01")
                        .err())
                .contains("lies before the first");
    }

    @Test
    void timelineNamesTheDayOnWhichATermEnds() {
        Run run = Run.of("timeline", FIXTURE, "--from", "2026-01-18", "--to", "2031-01-01", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"on\": \"2029-01-18\"", "\"outcome\": \"expired\"", "\"outcome\": \"former\"");
        assertThat(Run.of("timeline", FIXTURE, "--from", "2026-01-18", "--to", "2031-01-01", "--lang", "fr")
                        .out())
                .contains("18 janvier 2029", "jusque-là");
    }
}
