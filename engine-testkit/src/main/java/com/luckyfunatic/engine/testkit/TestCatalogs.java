package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.testkit.TestContent.BOOSTERS;
import static com.luckyfunatic.engine.testkit.TestContent.CARDS;
import static com.luckyfunatic.engine.testkit.TestContent.CATEGORIES;
import static com.luckyfunatic.engine.testkit.TestContent.DAILY_BONUS;
import static com.luckyfunatic.engine.testkit.TestContent.FRENZY;
import static com.luckyfunatic.engine.testkit.TestContent.FRIENDS_QUEST;
import static com.luckyfunatic.engine.testkit.TestContent.ITEMS;
import static com.luckyfunatic.engine.testkit.TestContent.NOTICES;
import static com.luckyfunatic.engine.testkit.TestContent.QUESTS;
import static com.luckyfunatic.engine.testkit.TestContent.RANKS;
import static com.luckyfunatic.engine.testkit.TestContent.REFERRAL;
import static com.luckyfunatic.engine.testkit.TestContent.SPECIAL_CARDS;
import static com.luckyfunatic.engine.testkit.TestContent.STORIES;

import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.StartDefinition;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.income.IncomeDefinition;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.time.Duration;
import java.util.List;

/**
 * Small valid content that touches every feature, with thresholds low enough for a short test. It
 * is written in code, so that a test of a store needs no catalog file.
 */
public final class TestCatalogs {
    private static final Catalog FULL =
            Catalog.of(definition(0, 0, REFERRAL, DAILY_BONUS, NOTICES, TestStore.ALL));

    private TestCatalogs() {}

    /** Returns the whole content; a new player holds nothing. */
    public static Catalog full() {
        return FULL;
    }

    /** Returns the whole content; a new player holds {@code funz} and {@code jokers}. */
    public static Catalog startingWith(long funz, long jokers) {
        return Catalog.of(definition(funz, jokers, REFERRAL, DAILY_BONUS, NOTICES, TestStore.ALL));
    }

    /**
     * Returns the whole content with referrals worth {@code funz} and no daily limit of them: the
     * shortest way for a test to give a player lifetime funz.
     */
    public static Catalog rewardingReferralsWith(long funz) {
        return Catalog.of(
                definition(
                        0,
                        0,
                        new ReferralDefinition(
                                funz, funz, REFERRAL.qualifyingTaps(), Integer.MAX_VALUE),
                        DAILY_BONUS,
                        NOTICES,
                        TestStore.ALL));
    }

    /** Returns the whole content but what it can do without: the daily bonus and the balloons. */
    public static Catalog withoutExtras() {
        return Catalog.of(definition(0, 0, REFERRAL, BonusDefinition.NONE, NOTICES, TestStore.ALL));
    }

    /** Returns the whole content with other notices. */
    public static Catalog telling(NoticesDefinition notices) {
        return Catalog.of(definition(0, 0, REFERRAL, DAILY_BONUS, notices, TestStore.ALL));
    }

    /** Returns the whole content with series of tournaments. */
    public static Catalog holding(List<TournamentSeries> tournaments) {
        return Catalog.of(
                definition(
                        0,
                        0,
                        REFERRAL,
                        DAILY_BONUS,
                        NOTICES,
                        TestStore.ALL,
                        List.of(),
                        tournaments));
    }

    /** Returns the whole content with series of raffles. */
    public static Catalog raffling(List<RaffleSeries> raffles) {
        return Catalog.of(
                definition(
                        0, 0, REFERRAL, DAILY_BONUS, NOTICES, TestStore.ALL, raffles, List.of()));
    }

    /** Returns the whole content with other listings in the store. */
    public static Catalog selling(List<ListingDefinition> listings) {
        return Catalog.of(definition(0, 0, REFERRAL, DAILY_BONUS, NOTICES, listings));
    }

    private static CatalogDefinition definition(
            long funz,
            long jokers,
            ReferralDefinition referral,
            BonusDefinition dailyBonus,
            NoticesDefinition notices,
            List<ListingDefinition> listings) {
        return definition(
                funz, jokers, referral, dailyBonus, notices, listings, List.of(), List.of());
    }

    private static CatalogDefinition definition(
            long funz,
            long jokers,
            ReferralDefinition referral,
            BonusDefinition dailyBonus,
            NoticesDefinition notices,
            List<ListingDefinition> listings,
            List<RaffleSeries> raffles,
            List<TournamentSeries> tournaments) {
        return new CatalogDefinition(
                "test-1",
                new StartDefinition(funz, jokers),
                new TapDefinition(1, 1, 20, 60),
                new EnergyDefinition(1_000, 1_000),
                new IncomeDefinition(Duration.ofMinutes(90)),
                500_000,
                FRENZY,
                BOOSTERS,
                CATEGORIES,
                CARDS,
                STORIES,
                ITEMS,
                SPECIAL_CARDS,
                RANKS,
                referral,
                dailyBonus,
                dailyBonus.equals(BonusDefinition.NONE)
                        ? BalloonDefinition.NONE
                        : TestContent.BALLOON,
                TestContent.EXCHANGES,
                QUESTS,
                FRIENDS_QUEST,
                notices,
                TestContent.CONVERSIONS,
                listings,
                List.of(TestContent.STARS, TestContent.COMETS),
                raffles,
                tournaments,
                List.of(TestContent.SPRINT));
    }
}
