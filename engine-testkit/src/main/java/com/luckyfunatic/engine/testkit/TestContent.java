package com.luckyfunatic.engine.testkit;

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
import com.luckyfunatic.engine.booster.PriceCurve.Kind;
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
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
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
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.timetrial.TimeTrialTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@link TestCatalogs}. */
final class TestContent {
    static final CardId MINER = new CardId("miner");
    static final CardId TRADER = new CardId("trader");
    static final CardId VAULT = new CardId("vault");
    static final ItemId SHARD = new ItemId("shard");
    static final ItemId KEY = new ItemId("key");
    static final ItemId CHEST = new ItemId("chest");
    static final ItemId TEA = new ItemId("tea");
    static final ItemId FLASK = new ItemId("flask");

    static final List<FrenzyLevel> FRENZY =
            List.of(
                    new FrenzyLevel(1, 30, 30_000, Duration.ofSeconds(15), Duration.ofMinutes(10)),
                    new FrenzyLevel(3, 60, 40_000, Duration.ofSeconds(20), Duration.ofMinutes(10)));

    static final List<BoosterDefinition> BOOSTERS =
            List.of(
                    timed("full_energy", Effect.REFILL_ENERGY, 0, Duration.ZERO)
                            .cooldown(Duration.ofHours(1))
                            .dailyLimit(6)
                            .done(),
                    timed("turbo_tap", Effect.FUNZ_PER_TAP_MULTIPLY, 50_000, Duration.ofSeconds(20))
                            .cooldown(Duration.ofMinutes(1))
                            .dailyLimit(2)
                            .done(),
                    timed("energy_tank", Effect.ENERGY_MAX_ADD, 500, Duration.ofHours(1))
                            .cooldown(Duration.ofMinutes(10))
                            .dailyLimit(4)
                            .stackable()
                            .price(Currency.FUNZ, Kind.DOUBLING, 50)
                            .done(),
                    timed(
                                    "quick_charge",
                                    Effect.ENERGY_REGEN_MULTIPLY,
                                    30_000,
                                    Duration.ofMinutes(30))
                            .cooldown(Duration.ofHours(1))
                            .price(Currency.FUNZ, Kind.FIXED, 20)
                            .done(),
                    timed("income_surge", Effect.INCOME_MULTIPLY, 20_000, Duration.ofHours(4))
                            .cooldown(Duration.ofHours(8))
                            .dailyLimit(2)
                            .price(Currency.JOKERS, Kind.FIXED, 5)
                            .done(),
                    timed("strong_finger", Effect.FUNZ_PER_TAP_ADD, 3, Duration.ofMinutes(5))
                            .requires(new Requirement.ReachRank(2))
                            .done(),
                    permanent("multitap", Effect.FUNZ_PER_TAP_ADD, 1, 10)
                            .price(Currency.FUNZ, Kind.DOUBLING, 10)
                            .done(),
                    permanent("energy_limit", Effect.ENERGY_MAX_ADD, 500, 3)
                            .price(Currency.FUNZ, Kind.DOUBLING, 40)
                            .done(),
                    permanent("income_multiplier", Effect.INCOME_MULTIPLY, 1_000, 10)
                            .price(Currency.JOKERS, Kind.SQUARE, 2)
                            .done());

    static final List<CardCategory> CATEGORIES =
            List.of(
                    new CardCategory(new CategoryId("work"), "Work"),
                    new CardCategory(new CategoryId("fun"), "Fun"));

    static final List<CardDefinition> CARDS =
            List.of(
                    curve(MINER, "work", List.of()),
                    curve(TRADER, "work", List.of(new Requirement.OwnCard(MINER, 2))),
                    curve(new CardId("club"), "fun", List.of(new Requirement.InviteFriends(1))),
                    new CardDefinition(
                            VAULT,
                            "Vault",
                            "Paid in jokers, by explicit rows, from rank 2.",
                            new CategoryId("fun"),
                            "cards/vault.png",
                            Currency.JOKERS,
                            0,
                            0,
                            3,
                            List.of(
                                    new CardLevel(1, 50),
                                    new CardLevel(2, 120),
                                    new CardLevel(4, 300)),
                            List.of(new Requirement.ReachRank(2)),
                            null,
                            null,
                            false),
                    window(
                            "carnival",
                            SettableClock.START.plus(Duration.ofDays(1)),
                            SettableClock.START.plus(Duration.ofDays(8)),
                            false),
                    window("rocket", null, null, true));

    static final List<StoryDefinition> STORIES =
            List.of(
                    new StoryDefinition(
                            new StoryId("first_job"),
                            "First job",
                            "It begins.",
                            List.of(MINER, TRADER),
                            500,
                            5),
                    new StoryDefinition(
                            new StoryId("riches"),
                            "Riches",
                            "It goes on.",
                            List.of(MINER, VAULT),
                            0,
                            3));

    static final List<ItemDefinition> ITEMS =
            List.of(
                    new ItemDefinition(SHARD, "Shard", "Of something greater.", 10),
                    new ItemDefinition(KEY, "Key", "To something closed.", 3),
                    new ItemDefinition(
                            CHEST,
                            "Chest",
                            "Holds a little of everything.",
                            4,
                            new ItemUse.Opens(new Reward(30, 1, List.of(new ItemStack(SHARD, 2))))),
                    new ItemDefinition(
                            TEA,
                            "Tea",
                            "Makes fingers fast.",
                            5,
                            new ItemUse.Boosts(new BoosterType("turbo_tap"))),
                    new ItemDefinition(
                            FLASK,
                            "Flask",
                            "Makes tired fingers fit.",
                            5,
                            new ItemUse.Boosts(new BoosterType("full_energy"))));

    static final BalloonDefinition BALLOON =
            new BalloonDefinition(
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    8,
                    10,
                    20,
                    2,
                    List.of(
                            new BalloonKind(
                                    new BalloonKindId("red"),
                                    "Red",
                                    9,
                                    1,
                                    250,
                                    Duration.ofSeconds(4)),
                            new BalloonKind(
                                    new BalloonKindId("bomb"),
                                    "Bomb",
                                    1,
                                    -5,
                                    250,
                                    Duration.ofSeconds(4))));

    static final List<ConversionDefinition> CONVERSIONS =
            List.of(
                    new ConversionDefinition(
                            new ConversionId("jokers_to_funz"),
                            "Jokers to funz",
                            new Reward(0, 1, List.of()),
                            Reward.ofFunz(10),
                            100,
                            150),
                    new ConversionDefinition(
                            new ConversionId("funz_to_jokers"),
                            "Funz to jokers",
                            Reward.ofFunz(30),
                            new Reward(0, 1, List.of()),
                            5,
                            ConversionDefinition.UNLIMITED),
                    new ConversionDefinition(
                            new ConversionId("shards_to_key"),
                            "Shards to a key",
                            Reward.ofItems(SHARD, 3),
                            Reward.ofItems(KEY, 1),
                            2,
                            3));

    static final List<SpecialCardDefinition> SPECIAL_CARDS =
            List.of(
                    special(
                            "golden_miner",
                            List.of(
                                    new Ingredient.CardLevels(MINER, 2),
                                    new Ingredient.Items(SHARD, 3)),
                            Effect.FUNZ_PER_TAP_ADD,
                            2,
                            List.of()),
                    special(
                            "star_trader",
                            List.of(new Ingredient.Items(KEY, 1)),
                            Effect.INCOME_MULTIPLY,
                            1_000,
                            List.of(new Requirement.ReachRank(2))),
                    special(
                            "plain_frame",
                            List.of(new Ingredient.Items(SHARD, 1)),
                            null,
                            0,
                            List.of()));

    static final List<RankDefinition> RANKS =
            List.of(
                    new RankDefinition("Bronze", 0, 0),
                    new RankDefinition("Silver", 100, 10),
                    new RankDefinition("Gold", 2_000, 20),
                    new RankDefinition("Diamond", 1_000_000, 50));

    static final List<ExchangeDefinition> EXCHANGES =
            List.of(
                    new ExchangeDefinition(new ExchangeId("north"), "North"),
                    new ExchangeDefinition(new ExchangeId("south"), "South"));

    static final NoticesDefinition NOTICES =
            new NoticesDefinition(
                    List.of(
                            new BannerDefinition(
                                    new BannerId("welcome"),
                                    "Hello & welcome",
                                    "1 < 2, and you <3 \"funz\".",
                                    "/assets/banners/welcome.svg",
                                    "https://example.com/welcome",
                                    0,
                                    Audience.EVERYONE,
                                    null,
                                    null)),
                    List.of(
                            announcement("hello", false, null),
                            announcement("news", true, Instant.parse("2025-12-01T00:00:00Z")),
                            announcement("party", true, Instant.parse("2025-12-24T00:00:00Z"))));

    private static AnnouncementDefinition announcement(
            String id, boolean popup, @Nullable Instant from) {
        return new AnnouncementDefinition(
                new AnnouncementId(id),
                "Title of " + id,
                "1 < 2,\nand you <3 \"funz\".",
                "https://example.com/" + id,
                popup,
                Audience.EVERYONE,
                from,
                null);
    }

    static final ReferralDefinition REFERRAL = new ReferralDefinition(5_000, 25_000, 50, 2);

    static final BonusDefinition DAILY_BONUS =
            new BonusDefinition(
                    KEY,
                    List.of(
                            segment("coins", 6, Reward.ofFunz(40)),
                            segment("chest", 3, new Reward(0, 2, List.of(new ItemStack(SHARD, 2)))),
                            segment("key", 1, new Reward(5, 0, List.of(new ItemStack(KEY, 1))))),
                    List.of(new StreakDay(50), new StreakDay(100), new StreakDay(250)));
    static final List<QuestDefinition> QUESTS = TestQuests.ALL;

    static final List<FriendsLevel> FRIENDS_QUEST = TestQuests.LADDER;

    /** A run takes 5 seconds to a minute and brings 10 points a second, 500 at most. */
    static final MinigameDefinition STARS =
            new MinigameDefinition(
                    new MinigameId("stars"),
                    "Stars",
                    "Catch them.",
                    "/games/stars/index.html",
                    "/games/stars/icon.svg",
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    500,
                    10,
                    new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER));

    /** A second one, which nobody must take for the first. */
    static final MinigameDefinition COMETS =
            new MinigameDefinition(
                    new MinigameId("comets"),
                    "Comets",
                    "Dodge them.",
                    "/games/comets/index.html",
                    "/games/comets/icon.svg",
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(2),
                    9,
                    1,
                    new Scoring(ScoringMethod.SUM, ScoringDirection.HIGHER));

    /** 5 seconds to a minute; 30 s pay 100 funz, 20 s a joker, 10 s a shard. */
    static final TimeTrialDefinition SPRINT =
            new TimeTrialDefinition(
                    new TimeTrialId("sprint"),
                    "Sprint",
                    "Be fast.",
                    STARS.id(),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    List.of(
                            new TimeTrialTarget(
                                    Medal.BRONZE, Duration.ofSeconds(30), Reward.ofFunz(100)),
                            new TimeTrialTarget(
                                    Medal.SILVER,
                                    Duration.ofSeconds(20),
                                    new Reward(0, 1, List.of())),
                            new TimeTrialTarget(
                                    Medal.GOLD, Duration.ofSeconds(10), Reward.ofItems(SHARD, 1))));

    private TestContent() {}

    private static WheelSegment segment(String id, int weight, Reward prize) {
        return new WheelSegment(new SegmentId(id), "The " + id, weight, prize);
    }

    private static CardDefinition curve(
            CardId id, String category, List<Requirement> requirements) {
        return new CardDefinition(
                id,
                "The " + id,
                "Paid in funz, by the curves.",
                new CategoryId(category),
                "cards/" + id + ".png",
                Currency.FUNZ,
                20,
                600,
                8,
                List.of(),
                requirements,
                null,
                null,
                false);
    }

    private static CardDefinition window(
            String id, @Nullable Instant from, @Nullable Instant until, boolean comingSoon) {
        return new CardDefinition(
                new CardId(id),
                "The " + id,
                "Not always for sale.",
                new CategoryId("fun"),
                "cards/" + id + ".png",
                Currency.FUNZ,
                30,
                900,
                5,
                List.of(),
                List.of(),
                from,
                until,
                comingSoon);
    }

    private static SpecialCardDefinition special(
            String id,
            List<Ingredient> ingredients,
            @Nullable Effect effect,
            long magnitude,
            List<Requirement> requirements) {
        return new SpecialCardDefinition(
                new SpecialCardId(id),
                "The " + id,
                "Forged, not bought.",
                "special/" + id + ".png",
                ingredients,
                2,
                2,
                1_200,
                effect,
                magnitude,
                requirements);
    }

    private static BoosterRow timed(String type, Effect effect, long magnitude, Duration duration) {
        return new BoosterRow(type, effect, magnitude, duration, 0);
    }

    private static BoosterRow permanent(String type, Effect effect, long magnitude, int maxLevel) {
        return new BoosterRow(type, effect, magnitude, Duration.ZERO, maxLevel);
    }

    /** A booster in the making; free, without cooldown or limit unless said otherwise. */
    private static final class BoosterRow {
        private final String type;
        private final Effect effect;
        private final long magnitude;
        private final Duration duration;
        private final int maxLevel;
        private Duration cooldown = Duration.ZERO;
        private int dailyLimit = BoosterDefinition.UNLIMITED;
        private boolean stackable;
        private Currency currency = Currency.FUNZ;
        private PriceCurve price = new PriceCurve(Kind.FREE, 0);
        private List<Requirement> requirements = List.of();

        BoosterRow(String type, Effect effect, long magnitude, Duration duration, int maxLevel) {
            this.type = type;
            this.effect = effect;
            this.magnitude = magnitude;
            this.duration = duration;
            this.maxLevel = maxLevel;
        }

        BoosterRow cooldown(Duration newCooldown) {
            cooldown = newCooldown;
            return this;
        }

        BoosterRow dailyLimit(int newDailyLimit) {
            dailyLimit = newDailyLimit;
            return this;
        }

        BoosterRow stackable() {
            stackable = true;
            return this;
        }

        BoosterRow price(Currency newCurrency, Kind kind, long base) {
            currency = newCurrency;
            price = new PriceCurve(kind, base);
            return this;
        }

        BoosterRow requires(Requirement requirement) {
            requirements = List.of(requirement);
            return this;
        }

        BoosterDefinition done() {
            return new BoosterDefinition(
                    new BoosterType(type),
                    "The " + type,
                    "Makes something better.",
                    effect,
                    magnitude,
                    duration,
                    cooldown,
                    dailyLimit,
                    maxLevel,
                    stackable,
                    currency,
                    price,
                    requirements);
        }
    }
}
