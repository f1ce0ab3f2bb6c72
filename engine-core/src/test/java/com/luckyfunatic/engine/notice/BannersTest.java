package com.luckyfunatic.engine.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.TestCatalog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannersTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final long NOW = NOON.toEpochMilli();

    private static BannerDefinition banner(
            String id, int order, Audience audience, @Nullable Instant from, @Nullable Instant to) {
        return new BannerDefinition(
                new BannerId(id), "Title", "Text", null, null, order, audience, from, to);
    }

    private static Catalog catalog(BannerDefinition... banners) {
        return TestCatalog.standard().withBanners(banners).build();
    }

    private static List<String> seen(Viewer viewer, long millis, BannerDefinition... banners) {
        return NoticeRules.banners(catalog(banners), viewer, millis).stream()
                .map(banner -> banner.id().value())
                .toList();
    }

    @Test
    void banners_come_by_their_order_and_equal_ones_as_the_content_has_them() {
        assertThat(
                        seen(
                                Viewer.STRANGER,
                                NOW,
                                banner("last", 7, Audience.EVERYONE, null, null),
                                banner("second", 3, Audience.EVERYONE, null, null),
                                banner("third", 3, Audience.EVERYONE, null, null),
                                banner("first", 0, Audience.EVERYONE, null, null)))
                .containsExactly("first", "second", "third", "last");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true", "999, true", "1000, false", "1001, false"})
    void a_window_begins_with_its_first_millisecond_and_ends_before_its_last(
            long offset, boolean shown) {
        BannerDefinition banner = banner("it", 0, Audience.EVERYONE, NOON, NOON.plusMillis(1_000));
        assertThat(seen(Viewer.STRANGER, NOW + offset, banner)).hasSize(shown ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, false"})
    void ranks_are_a_range_with_both_its_ends(int rank, boolean included) {
        Audience audience = new Audience(2, 3, List.of(), List.of());
        assertThat(audience.includes(new Viewer(rank, null, null))).isEqualTo(included);
    }

    @Test
    void no_highest_rank_is_no_limit() {
        Audience audience = new Audience(2, 0, List.of(), List.of());
        assertThat(audience.includes(new Viewer(1_000, null, null))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "pt, true",
                "PT, true",
                "pt-BR, true",
                "pt-br, true",
                "ptx, false",
                "p, false",
                "de, false",
                "de-AT, true",
                "de-at-1901, true",
                "'', false",
                "null, false"
            })
    void a_language_is_one_of_them_or_a_variety_of_one(
            @Nullable String language, boolean included) {
        Audience audience = new Audience(1, 0, List.of("pt", "de-at"), List.of());
        assertThat(audience.includes(new Viewer(1, language, null))).isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"Fair_26, true", "fair_26, false", "other, false", "null, false"})
    void a_campaign_is_one_of_them_as_links_spell_it(@Nullable String campaign, boolean included) {
        Audience audience = new Audience(1, 0, List.of(), List.of("Fair_26"));
        assertThat(audience.includes(new Viewer(1, null, campaign))).isEqualTo(included);
    }

    @Test
    void every_condition_has_to_be_met() {
        Audience audience = new Audience(2, 3, List.of("pt"), List.of("fair"));
        for (int met = 0; met < 8; met++) {
            Viewer viewer =
                    new Viewer(
                            (met & 1) == 0 ? 1 : 2,
                            (met & 2) == 0 ? "en" : "pt",
                            (met & 4) == 0 ? "other" : "fair");
            assertThat(audience.includes(viewer)).as("conditions met: %s", met).isEqualTo(met == 7);
        }
    }

    @Test
    void who_is_not_in_the_audience_sees_the_others_banners_only() {
        Audience friends = new Audience(1, 0, List.of(), List.of("friends"));
        assertThat(
                        seen(
                                Viewer.STRANGER,
                                NOW,
                                banner("for_friends", 0, friends, null, null),
                                banner("for_all", 1, Audience.EVERYONE, null, null)))
                .isEqualTo(Arrays.asList("for_all"));
    }
}
