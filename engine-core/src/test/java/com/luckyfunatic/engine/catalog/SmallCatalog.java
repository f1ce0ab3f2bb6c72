package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.balloon.BalloonKind;
import com.luckyfunatic.engine.balloon.BalloonKindId;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.bonus.StreakDay;
import com.luckyfunatic.engine.bonus.WheelSegment;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.card.CategoryId;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.income.IncomeDefinition;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.Audience;
import com.luckyfunatic.engine.notice.BannerDefinition;
import com.luckyfunatic.engine.notice.BannerId;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.timetrial.TimeTrialTarget;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Valid content with a row or two of each kind, for tests to break. */
final class SmallCatalog {
    static final CardId MINER = new CardId("miner");
    static final CardId ROBOT = new CardId("robot");
    static final CardId ROCKET = new CardId("rocket");
    static final ItemId SHARD = new ItemId("shard");
    static final ItemId CRATE = new ItemId("crate");

    private static final CategoryId TOOLS = new CategoryId("tools");

    private SmallCatalog() {}

    static CatalogDefinition definition() {
        return new CatalogDefinition(
                "1",
                new StartDefinition(0, 0),
                new TapDefinition(1, 1, 20, 60),
                new EnergyDefinition(1_000, 1_000),
                new IncomeDefinition(Duration.ofMinutes(90)),
                500_000,
                List.of(frenzy(1), frenzy(3)),
                boosters(),
                List.of(new CardCategory(TOOLS, "Tools")),
                List.of(card(MINER), robot(), Edit.set(card(ROCKET), "comingSoon", true)),
                List.of(
                        new StoryDefinition(
                                new StoryId("dawn"),
                                "Dawn",
                                "It began.\nIt went on.",
                                List.of(MINER, ROBOT),
                                5,
                                1)),
                List.of(
                        new ItemDefinition(SHARD, "Shard", "Of glass.", 10),
                        new ItemDefinition(
                                CRATE,
                                "Crate",
                                "Of wood.",
                                5,
                                new ItemUse.Opens(Reward.ofItems(SHARD, 2)))),
                List.of(idol()),
                List.of(
                        new RankDefinition("First", 0, 0),
                        new RankDefinition("Second", 100, 1),
                        new RankDefinition("Third", 200, 2)),
                new ReferralDefinition(5_000, 25_000, 50, 50),
                dailyBonus(),
                balloon(),
                List.of(new ExchangeDefinition(new ExchangeId("north"), "North")),
                List.of(quest("greet"), quest("look")),
                List.of(
                        new FriendsLevel(1, new Reward(10, 0, List.of())),
                        new FriendsLevel(3, new Reward(0, 1, List.of()))),
                new NoticesDefinition(
                        List.of(banner("summer"), banner("winter")),
                        List.of(announcement("news"), announcement("party"))),
                List.of(
                        new ConversionDefinition(
                                new ConversionId("sell"),
                                "Sell shards",
                                Reward.ofItems(SHARD, 1),
                                Reward.ofFunz(10),
                                5,
                                20),
                        new ConversionDefinition(
                                new ConversionId("buy"),
                                "Buy a shard",
                                Reward.ofFunz(10),
                                Reward.ofItems(SHARD, 1),
                                5,
                                ConversionDefinition.UNLIMITED)),
                List.of(
                        new ListingDefinition(
                                new ListingId("glass"),
                                "Glass",
                                "Two shards.",
                                "/store/glass.svg",
                                Currency.FUNZ,
                                100,
                                ListingDefinition.NOT_FOR_STARS,
                                Reward.ofItems(SHARD, 2),
                                5,
                                ListingDefinition.UNLIMITED,
                                1_000,
                                List.of(),
                                null,
                                null),
                        new ListingDefinition(
                                new ListingId("gift"),
                                "Gift",
                                "A few coins.",
                                "/store/gift.svg",
                                Currency.JOKERS,
                                0,
                                ListingDefinition.NOT_FOR_STARS,
                                Reward.ofFunz(5),
                                ListingDefinition.UNLIMITED,
                                2,
                                ListingDefinition.UNLIMITED,
                                List.of(),
                                null,
                                null),
                        new ListingDefinition(
                                new ListingId("purse"),
                                "Purse",
                                "A few jokers.",
                                "/store/purse.svg",
                                Currency.FUNZ,
                                0,
                                50,
                                new Reward(0, 5, List.of()),
                                ListingDefinition.UNLIMITED,
                                1,
                                ListingDefinition.UNLIMITED,
                                List.of(),
                                null,
                                null)),
                List.of(game("stars"), game("moons")),
                List.of(),
                List.of(
                        new TournamentSeries(
                                new TournamentId("daily"),
                                "Daily",
                                new MinigameId("stars"),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Duration.ofDays(1),
                                Duration.ofHours(23),
                                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                                Currency.FUNZ,
                                10,
                                2,
                                100,
                                List.of(new Requirement.ReachRank(1)),
                                new PrizeTable(
                                        Currency.FUNZ,
                                        500,
                                        90,
                                        PrizeKind.SHARES,
                                        List.of(
                                                new PrizeRange(1, 1, 5_000),
                                                new PrizeRange(2, 3, 1_000))))),
                List.of(trial("sprint"), trial("climb")));
    }

    private static TimeTrialDefinition trial(String id) {
        return new TimeTrialDefinition(
                new TimeTrialId(id),
                "Sprint",
                "Be fast.",
                new MinigameId("stars"),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                List.of(
                        new TimeTrialTarget(
                                Medal.BRONZE, Duration.ofSeconds(30), Reward.ofFunz(100)),
                        new TimeTrialTarget(
                                Medal.GOLD, Duration.ofSeconds(10), Reward.ofItems(SHARD, 1))));
    }

    private static MinigameDefinition game(String id) {
        return new MinigameDefinition(
                new MinigameId(id),
                "Stars",
                "Catch them.",
                "/games/stars/index.html",
                "/games/stars/icon.svg",
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                500,
                10,
                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER));
    }

    /** Returns content with nothing in it that may be left out. */
    static CatalogDefinition minimal() {
        CatalogDefinition full = definition();
        return new CatalogDefinition(
                full.version(),
                full.start(),
                full.tap(),
                full.energy(),
                full.income(),
                full.multiplierCapBps(),
                List.of(frenzy(1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(full.ranks().getFirst()),
                full.referral(),
                BonusDefinition.NONE,
                BalloonDefinition.NONE,
                List.of(),
                List.of(),
                List.of(),
                NoticesDefinition.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static AnnouncementDefinition announcement(String id) {
        return new AnnouncementDefinition(
                new AnnouncementId(id),
                "News",
                "First.\nSecond.",
                "https://example.com/" + id,
                true,
                new Audience(1, 0, List.of("en"), List.of()),
                null,
                null);
    }

    private static BannerDefinition banner(String id) {
        return new BannerDefinition(
                new BannerId(id),
                "The fair",
                "Come in.\nStay a while.",
                "/banners/" + id + ".svg",
                "https://example.com/" + id,
                1,
                new Audience(1, 3, List.of("pt-br"), List.of("Summer_26")),
                null,
                null);
    }

    private static QuestDefinition quest(String id) {
        return new QuestDefinition(
                new QuestId(id),
                "Say hello.",
                "https://example.com/" + id,
                new QuestGoal.Visit(Duration.ofSeconds(30)),
                false,
                new Reward(5, 1, List.of()),
                List.of(),
                null,
                null);
    }

    /**
     * Returns a mistake for a table test.
     *
     * @param edits pairs of a path and the value to set there
     */
    static Arguments mistake(String row, String reason, @Nullable Object... edits) {
        CatalogDefinition broken = definition();
        for (int i = 0; i < edits.length; i += 2) {
            broken = Edit.set(broken, String.valueOf(edits[i]), edits[i + 1]);
        }
        return Arguments.of(row, reason, broken);
    }

    static CardDefinition card(CardId id) {
        return new CardDefinition(
                id,
                "Card " + id,
                "Digs.",
                TOOLS,
                "/cards/" + id + ".svg",
                Currency.FUNZ,
                1_000,
                100,
                10,
                List.of(),
                List.of(),
                null,
                null,
                false);
    }

    private static BalloonDefinition balloon() {
        return new BalloonDefinition(
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                8,
                10,
                3,
                5,
                List.of(
                        new BalloonKind(
                                new BalloonKindId("red"), "Red", 9, 1, 300, Duration.ofSeconds(4)),
                        new BalloonKind(
                                new BalloonKindId("bomb"),
                                "Bomb",
                                1,
                                -5,
                                200,
                                Duration.ofSeconds(5))));
    }

    private static BonusDefinition dailyBonus() {
        return new BonusDefinition(
                SHARD,
                List.of(
                        new WheelSegment(new SegmentId("coin"), "Coin", 9, Reward.ofFunz(10)),
                        new WheelSegment(
                                new SegmentId("shards"),
                                "Shards",
                                1,
                                new Reward(0, 1, List.of(new ItemStack(SHARD, 1))))),
                List.of(new StreakDay(5), new StreakDay(7)));
    }

    private static CardDefinition robot() {
        CardDefinition robot = Edit.set(card(ROBOT), "basePrice", 0L);
        robot = Edit.set(robot, "baseIncomePerHour", 0L);
        robot = Edit.set(robot, "levels", List.of(new CardLevel(5, 50), new CardLevel(7, 120)));
        return Edit.set(robot, "maxLevel", 2);
    }

    private static FrenzyLevel frenzy(int fromRank) {
        return new FrenzyLevel(
                fromRank, 300, 30_000, Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    private static List<BoosterDefinition> boosters() {
        BoosterDefinition refill =
                new BoosterDefinition(
                        new BoosterType("refill"),
                        "Refill",
                        "Fills up.",
                        Effect.REFILL_ENERGY,
                        0,
                        Duration.ZERO,
                        Duration.ofHours(1),
                        6,
                        0,
                        false,
                        Currency.FUNZ,
                        new PriceCurve(PriceCurve.Kind.FREE, 0),
                        List.of());
        BoosterDefinition turbo =
                new BoosterDefinition(
                        new BoosterType("turbo"),
                        "Turbo",
                        "Faster.",
                        Effect.FUNZ_PER_TAP_MULTIPLY,
                        50_000,
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(10),
                        3,
                        0,
                        true,
                        Currency.FUNZ,
                        new PriceCurve(PriceCurve.Kind.DOUBLING, 10),
                        List.of());
        BoosterDefinition multi =
                new BoosterDefinition(
                        new BoosterType("multi"),
                        "Multi",
                        "More.",
                        Effect.INCOME_MULTIPLY,
                        1_000,
                        Duration.ZERO,
                        Duration.ZERO,
                        BoosterDefinition.UNLIMITED,
                        20,
                        false,
                        Currency.JOKERS,
                        new PriceCurve(PriceCurve.Kind.SQUARE, 10),
                        List.of());
        return List.of(refill, turbo, multi);
    }

    private static SpecialCardDefinition idol() {
        return new SpecialCardDefinition(
                new SpecialCardId("idol"),
                "Idol",
                "Shines.",
                "/cards/idol.svg",
                List.of(new Ingredient.CardLevels(MINER, 2), new Ingredient.Items(SHARD, 3)),
                1,
                2,
                10,
                Effect.FUNZ_PER_TAP_ADD,
                1,
                List.of());
    }
}
