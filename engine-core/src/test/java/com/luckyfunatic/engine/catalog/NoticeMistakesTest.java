package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeMistakesTest {
    private static final String BANNER = "notices.banners[0 summer]";
    private static final String NEWS = "notices.announcements[0 news]";
    private static final String MARKUP = "must be plain text, but has a '<' that begins markup";

    static Stream<Arguments> mistakes() {
        CatalogDefinition valid = SmallCatalog.definition();
        return Stream.of(
                mistake(
                        "notices.banners[1 summer].id",
                        "is already the id of notices.banners[0 summer]",
                        "notices.banners",
                        Collections.nCopies(2, valid.notices().banners().getFirst())),
                banner(".title", "must not be blank", " "),
                banner(".title", "must be one line without control characters", "Two\nlines"),
                banner(".title", "must have at most 60 characters, has 61", "t".repeat(61)),
                banner(".title", MARKUP, "<b>Now</b>"),
                banner(".text", "must not be blank", ""),
                banner(".text", "must have at most 300 characters, has 301", "t".repeat(301)),
                banner(".text", "must have no control characters except line breaks", "bell\u0007"),
                banner(".order", "must be 0 to 1000000, was -1", -1),
                banner(".order", "must be 0 to 1000000, was 1000001", 1_000_001),
                banner(".audience.fromRank", "must be 1 to 1000, was 0", 0),
                banner(
                        ".audience.fromRank",
                        "can never be reached: the last rank is 3, was 4",
                        4,
                        "notices.banners[0].audience.toRank",
                        0),
                banner(".audience.toRank", "must be 0 to 1000, was -1", -1),
                banner(
                        ".audience.toRank",
                        "must not be below fromRank, 2, was 1",
                        1,
                        "notices.banners[0].audience.fromRank",
                        2),
                banner(
                        ".availableUntil",
                        "must be after availableFrom, 2026-01-02T00:00:00Z, was"
                                + " 2026-01-02T00:00:00Z",
                        Instant.parse("2026-01-02T00:00:00Z"),
                        "notices.banners[0].availableFrom",
                        Instant.parse("2026-01-02T00:00:00Z")));
    }

    static Stream<Arguments> mistakesOfAnnouncements() {
        CatalogDefinition valid = SmallCatalog.definition();
        return Stream.of(
                mistake(
                        "notices.announcements[1 news].id",
                        "is already the id of notices.announcements[0 news]",
                        "notices.announcements",
                        Collections.nCopies(2, valid.notices().announcements().getFirst())),
                news(".title", "must not be blank", " "),
                news(".title", MARKUP, "</title>"),
                news(".text", "must not be blank", ""),
                news(".text", "must have at most 4000 characters, has 4001", "t".repeat(4_001)),
                news(".text", MARKUP, "First.\n<script>alert(1)</script>"),
                news(
                        ".actionUrl",
                        "must be an https:// address, was javascript:alert(1)",
                        "javascript:alert(1)"),
                news(".audience.fromRank", "must be 1 to 1000, was 0", 0),
                mistake(
                        NEWS + ".availableUntil",
                        "must be after availableFrom",
                        "notices.announcements[0].availableFrom",
                        Instant.parse("2026-01-02T00:00:00Z"),
                        "notices.announcements[0].availableUntil",
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static Arguments news(String field, String reason, Object value) {
        return mistake(NEWS + field, reason, "notices.announcements[0]" + field, value);
    }

    static Stream<Arguments> mistakesOfAudiences() {
        return Stream.of(
                word("languages", 0, "must be a language tag in lower case", "EN"),
                word("languages", 0, "must be a language tag in lower case", "english!"),
                word("languages", 0, "must be a language tag in lower case", ""),
                word("languages", 1, "names 'en' twice", "en", "en"),
                word("campaigns", 0, "no link makes a campaign of 'a b'", "a b"),
                word("campaigns", 0, "no link makes a campaign of ''", ""),
                word("campaigns", 0, "no link makes a campaign of '1001'", "1001"),
                word("campaigns", 0, "no link makes a campaign of 'ref_1001'", "ref_1001"),
                word("campaigns", 1, "names 'fair' twice", "fair", "fair"));
    }

    private static Arguments banner(
            String field, String reason, Object value, Object... otherEdits) {
        Object[] edits = new Object[otherEdits.length + 2];
        System.arraycopy(otherEdits, 0, edits, 0, otherEdits.length);
        edits[otherEdits.length] = "notices.banners[0]" + field;
        edits[otherEdits.length + 1] = value;
        return mistake(BANNER + field, reason, edits);
    }

    private static Arguments word(String field, int at, String reason, String... words) {
        return mistake(
                BANNER + ".audience." + field + "[" + at + "]",
                reason,
                "notices.banners[0].audience." + field,
                List.of(words));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"mistakes", "mistakesOfAnnouncements", "mistakesOfAudiences"})
    void a_mistake_is_named(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.row()).isEqualTo(row);
                    assertThat(problem.reason()).contains(reason);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Now <SCRIPT src=//evil.example>",
                "<img src=x onerror=alert(1)>",
                "end </b>",
                "<!-- hidden",
                "<?php",
                "a<b",
                "first\n<svg/onload=alert(1)>"
            })
    void what_a_browser_would_take_for_markup_is_refused(String text) {
        assertThat(problems("text", text)).containsExactly(BANNER + ".text: " + MARKUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 < 2",
                "We <3 funz",
                "a & b \"c\" 'd'",
                "&lt;script&gt;",
                "javascript:",
                "two\nlines",
                "Ярмарка! 🎪"
            })
    void what_is_text_everywhere_is_text(String text) {
        assertThat(problems("text", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "http://example.com",
                "HTTPS://example.com",
                "tg://resolve",
                "//example.com",
                "/path",
                "https:example.com",
                "https://",
                "https:///path",
                " https://example.com",
                "https://user@example.com",
                "https://example.com\\@evil.example",
                "https://exa mple.com",
                "https://example.com/a b",
                "https://example.com/\"onclick=\"x",
                "https://example.com/<script>",
                "https://пример.example"
            })
    void a_link_that_is_no_https_address_is_refused(String url) {
        assertThat(problems("actionUrl", url))
                .containsExactly(BANNER + ".actionUrl: must be an https:// address, was " + url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://t.me/fair?start=a&b=%20#top",
                "https://xn--e1afmkfd.example:8443/a;b=(c)"
            })
    void an_https_address_is_a_link(String url) {
        assertThat(problems("actionUrl", url)).isEmpty();
        assertThat(problems("image", url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example/x.svg", "banner.svg", "/a\\b"})
    void a_picture_from_elsewhere_is_refused(String image) {
        assertThat(problems("image", image)).hasSize(1);
    }

    @Test
    void picture_and_link_may_be_left_out() {
        CatalogDefinition bare = SmallCatalog.definition();
        bare = Edit.set(bare, "notices.banners[0].image", null);
        bare = Edit.set(bare, "notices.banners[0].actionUrl", null);
        assertThat(CatalogValidator.validate(bare)).isEmpty();
    }

    @Test
    void a_list_of_words_has_an_end() {
        List<String> many = Stream.iterate(0, i -> i + 1).limit(101).map(i -> "fair_" + i).toList();
        CatalogDefinition broken =
                Edit.set(SmallCatalog.definition(), "notices.banners[0].audience.campaigns", many);
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(
                        new CatalogProblem(
                                BANNER + ".audience.campaigns",
                                "must have at most 100 rows, has 101"));
    }

    private static List<String> problems(String field, String value) {
        CatalogDefinition edited =
                Edit.set(SmallCatalog.definition(), "notices.banners[0]." + field, value);
        return CatalogValidator.validate(edited).stream().map(CatalogProblem::toString).toList();
    }
}
