package com.luckyfunatic.storage.catalog;

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
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.StartDefinition;
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
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.schedule.Schedule;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.timetrial.TimeTrialTarget;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.time.Instant;
import java.util.List;

/**
 * Makes content of the rows of a file: one method for each kind of row, one line for each field.
 */
final class CatalogReader {
    private static final Scoring BEST_FIRST =
            new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER);

    private CatalogReader() {}

    static CatalogDefinition catalog(Row row) {
        return new CatalogDefinition(
                row.text("version"),
                row.row("start", CatalogReader::start),
                row.row("tap", CatalogReader::tap),
                row.row("energy", CatalogReader::energy),
                row.row("income", CatalogReader::income),
                row.whole("multiplierCapBps"),
                row.rows("frenzy", CatalogReader::frenzy),
                row.rowsOrNone("boosters", CatalogReader::booster),
                row.rowsOrNone("categories", CatalogReader::category),
                row.rowsOrNone("cards", CatalogReader::card),
                row.rowsOrNone("stories", CatalogReader::story),
                row.rowsOrNone("items", CatalogReader::item),
                row.rowsOrNone("specialCards", CatalogReader::specialCard),
                row.rows("ranks", CatalogReader::rank),
                row.row("referral", CatalogReader::referral),
                row.rowOr("dailyBonus", CatalogReader::dailyBonus, BonusDefinition.NONE),
                row.rowOr("balloon", CatalogReader::balloon, BalloonDefinition.NONE),
                row.rowsOrNone("exchanges", CatalogReader::exchange),
                row.rowsOrNone("quests", CatalogReader::quest),
                row.rowsOrNone("friendsQuest", CatalogReader::friendsLevel),
                row.rowOr("notices", CatalogReader::notices, NoticesDefinition.NONE),
                row.rowsOrNone("conversions", CatalogReader::conversion),
                row.rowsOrNone("listings", CatalogReader::listing),
                row.rowsOrNone("minigames", CatalogReader::minigame),
                row.rowsOrNone("raffles", CatalogReader::raffle),
                row.rowsOrNone("tournaments", CatalogReader::tournament),
                row.rowsOrNone("timeTrials", CatalogReader::timeTrial));
    }

    private static StartDefinition start(Row row) {
        return new StartDefinition(row.whole("funz"), row.whole("jokers"));
    }

    private static TapDefinition tap(Row row) {
        return new TapDefinition(
                row.whole("funzPerTap"),
                row.whole("energyPerTap"),
                row.count("perSecond"),
                row.count("burst"));
    }

    private static EnergyDefinition energy(Row row) {
        return new EnergyDefinition(row.whole("max"), row.whole("regenMilliPerSecond"));
    }

    private static IncomeDefinition income(Row row) {
        return new IncomeDefinition(row.duration("cap"));
    }

    private static FrenzyLevel frenzy(Row row) {
        return new FrenzyLevel(
                row.count("fromRank"),
                row.count("meter"),
                row.whole("multiplierBps"),
                row.duration("duration"),
                row.duration("cooldown"));
    }

    private static BoosterDefinition booster(Row row) {
        return new BoosterDefinition(
                row.id("type", BoosterType::new),
                row.text("name"),
                row.text("description"),
                row.word("effect", Effect.class),
                row.wholeOr("magnitude", 0),
                row.durationOrZero("duration"),
                row.durationOrZero("cooldown"),
                row.countOr("dailyLimit", BoosterDefinition.UNLIMITED),
                row.countOr("maxLevel", 0),
                row.flag("stackable"),
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                row.row("price", CatalogReader::price),
                requirements(row));
    }

    private static PriceCurve price(Row row) {
        return new PriceCurve(row.word("kind", PriceCurve.Kind.class), row.wholeOr("base", 0));
    }

    private static CardCategory category(Row row) {
        return new CardCategory(row.id("id", CategoryId::new), row.text("name"));
    }

    private static CardDefinition card(Row row) {
        List<CardLevel> levels = row.rowsOrNone("levels", CatalogReader::level);
        boolean curves = levels.isEmpty();
        return new CardDefinition(
                row.id("id", CardId::new),
                row.text("name"),
                row.text("description"),
                row.id("category", CategoryId::new),
                row.text("image"),
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                curves ? row.whole("basePrice") : row.wholeOr("basePrice", 0),
                curves ? row.whole("baseIncomePerHour") : row.wholeOr("baseIncomePerHour", 0),
                curves ? row.count("maxLevel") : row.countOr("maxLevel", levels.size()),
                levels,
                requirements(row),
                row.moment("availableFrom"),
                row.moment("availableUntil"),
                row.flag("comingSoon"));
    }

    private static CardLevel level(Row row) {
        return new CardLevel(row.whole("price"), row.whole("incomePerHour"));
    }

    private static StoryDefinition story(Row row) {
        return new StoryDefinition(
                row.id("id", StoryId::new),
                row.text("name"),
                row.text("chapter"),
                row.ids("cards", CardId::new),
                row.wholeOr("rewardFunz", 0),
                row.wholeOr("rewardJokers", 0));
    }

    private static ItemDefinition item(Row row) {
        return new ItemDefinition(
                row.id("id", ItemId::new),
                row.text("name"),
                row.text("description"),
                row.count("max"),
                row.rowOrNull("use", CatalogReader::use));
    }

    private static ItemUse use(Row row) {
        if (row.has("booster")) {
            return new ItemUse.Boosts(row.id("booster", BoosterType::new));
        }
        if (!row.has("reward")) {
            row.report("expected {reward: …} or {booster: …}");
        }
        return new ItemUse.Opens(row.row("reward", CatalogReader::reward));
    }

    private static ConversionDefinition conversion(Row row) {
        return new ConversionDefinition(
                row.id("id", ConversionId::new),
                row.text("name"),
                row.row("from", CatalogReader::reward),
                row.row("to", CatalogReader::reward),
                row.count("maxPerOperation"),
                row.countOr("dailyLimit", ConversionDefinition.UNLIMITED));
    }

    private static ListingDefinition listing(Row row) {
        return new ListingDefinition(
                row.id("id", ListingId::new),
                row.text("name"),
                row.text("description"),
                row.text("image"),
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                row.has("stars") ? row.wholeOr("price", 0) : row.whole("price"),
                stars(row),
                row.row("goods", CatalogReader::reward),
                row.countOr("dailyLimit", ListingDefinition.UNLIMITED),
                row.countOr("totalLimit", ListingDefinition.UNLIMITED),
                row.wholeOr("stock", ListingDefinition.UNLIMITED),
                requirements(row),
                row.moment("availableFrom"),
                row.moment("availableUntil"));
    }

    private static MinigameDefinition minigame(Row row) {
        return new MinigameDefinition(
                row.id("id", MinigameId::new),
                row.text("name"),
                row.text("description"),
                row.text("url"),
                row.text("image"),
                row.durationOrZero("minDuration"),
                row.duration("maxDuration"),
                row.whole("maxScore"),
                row.whole("maxScorePerSecond"),
                row.rowOr("scoring", CatalogReader::scoring, BEST_FIRST));
    }

    private static TournamentSeries tournament(Row row) {
        return new TournamentSeries(
                row.id("id", TournamentId::new),
                row.text("name"),
                row.id("minigame", MinigameId::new),
                row.requiredMoment("firstStart"),
                row.duration("every"),
                row.duration("lasts"),
                row.rowOr("scoring", CatalogReader::scoring, BEST_FIRST),
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                row.wholeOr("entryFee", 0),
                row.countOr("entriesPerPlayer", 1),
                row.countOr("seats", TournamentDefinition.UNLIMITED),
                requirements(row),
                row.row("prizes", CatalogReader::prizes));
    }

    private static PrizeTable prizes(Row row) {
        return new PrizeTable(
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                row.countOr("feeBps", 0),
                row.wholeOr("guaranteed", 0),
                row.word("kind", PrizeKind.class),
                row.rows("ranges", CatalogReader::prizeRange));
    }

    private static PrizeRange prizeRange(Row row) {
        return new PrizeRange(row.whole("from"), row.whole("to"), row.whole("prize"));
    }

    private static TimeTrialDefinition timeTrial(Row row) {
        return new TimeTrialDefinition(
                row.id("id", TimeTrialId::new),
                row.text("name"),
                row.text("description"),
                row.id("minigame", MinigameId::new),
                row.durationOrZero("minTime"),
                row.duration("maxTime"),
                row.rows("targets", CatalogReader::target));
    }

    private static TimeTrialTarget target(Row row) {
        return new TimeTrialTarget(
                row.word("medal", Medal.class),
                row.duration("time"),
                row.row("reward", CatalogReader::reward));
    }

    private static Scoring scoring(Row row) {
        return new Scoring(
                row.wordOr("method", ScoringMethod.class, ScoringMethod.BEST),
                row.wordOr("direction", ScoringDirection.class, ScoringDirection.HIGHER));
    }

    private static RaffleSeries raffle(Row row) {
        return new RaffleSeries(
                row.id("id", RaffleId::new),
                row.text("name"),
                row.text("description"),
                row.row("schedule", CatalogReader::schedule),
                requirements(row),
                row.wordOr("currency", Currency.class, Currency.FUNZ),
                row.whole("price"),
                row.count("limitPerPlayer"),
                row.count("tickets"),
                row.rows("prizes", CatalogReader::rafflePrize));
    }

    private static RaffleSeries.Prize rafflePrize(Row row) {
        return new RaffleSeries.Prize(
                row.count("winners"), row.row("reward", CatalogReader::reward));
    }

    private static Schedule schedule(Row row) {
        Instant first = row.moment("firstStart");
        if (first == null) {
            row.report("expected firstStart");
            first = Instant.EPOCH;
        }
        return new Schedule(first, row.duration("every"), row.duration("lasts"));
    }

    private static int stars(Row row) {
        int stars = row.countOr("stars", ListingDefinition.NOT_FOR_STARS);
        if (row.has("stars") && (stars == ListingDefinition.NOT_FOR_STARS || row.has("currency"))) {
            row.report("expected stars of at least 1 and no currency, or no stars");
        }
        return stars;
    }

    private static SpecialCardDefinition specialCard(Row row) {
        return new SpecialCardDefinition(
                row.id("id", SpecialCardId::new),
                row.text("name"),
                row.text("description"),
                row.text("image"),
                row.rows("ingredients", CatalogReader::ingredient),
                row.wholeOr("jokers", 0),
                row.count("forgeLimit"),
                row.wholeOr("incomePerHour", 0),
                row.wordOrNull("effect", Effect.class),
                row.wholeOr("magnitude", 0),
                requirements(row));
    }

    private static Ingredient ingredient(Row row) {
        if (row.has("item")) {
            return new Ingredient.Items(row.id("item", ItemId::new), row.count("count"));
        }
        if (!row.has("card")) {
            row.report("expected {card: …, levels: …} or {item: …, count: …}");
        }
        return new Ingredient.CardLevels(row.id("card", CardId::new), row.count("levels"));
    }

    private static RankDefinition rank(Row row) {
        return new RankDefinition(
                row.text("name"), row.whole("funzEarned"), row.wholeOr("rewardJokers", 0));
    }

    private static ReferralDefinition referral(Row row) {
        return new ReferralDefinition(
                row.whole("rewardFunz"),
                row.whole("premiumRewardFunz"),
                row.whole("qualifyingTaps"),
                row.count("paidPerDay"));
    }

    private static BonusDefinition dailyBonus(Row row) {
        return new BonusDefinition(
                row.idOrNull("spinItem", ItemId::new),
                row.rows("wheel", CatalogReader::segment),
                row.rows("streak", CatalogReader::streakDay));
    }

    private static BalloonDefinition balloon(Row row) {
        return new BalloonDefinition(
                row.duration("duration"),
                row.duration("spawnEvery"),
                row.count("popsPerSecond"),
                row.count("popBurst"),
                row.whole("funzPerPoint"),
                row.count("dailyRewardedGames"),
                row.rows("kinds", CatalogReader::balloonKind));
    }

    private static BalloonKind balloonKind(Row row) {
        return new BalloonKind(
                row.id("id", BalloonKindId::new),
                row.text("name"),
                row.count("weight"),
                row.count("points"),
                row.count("speed"),
                row.duration("lifetime"));
    }

    private static WheelSegment segment(Row row) {
        return new WheelSegment(
                row.id("id", SegmentId::new),
                row.text("name"),
                row.count("weight"),
                row.row("prize", CatalogReader::reward));
    }

    private static ItemStack itemStack(Row row) {
        return new ItemStack(row.id("item", ItemId::new), row.count("count"));
    }

    private static StreakDay streakDay(Row row) {
        return new StreakDay(row.whole("funz"));
    }

    private static ExchangeDefinition exchange(Row row) {
        return new ExchangeDefinition(row.id("id", ExchangeId::new), row.text("name"));
    }

    private static QuestDefinition quest(Row row) {
        return new QuestDefinition(
                row.id("id", QuestId::new),
                row.text("description"),
                row.textOrNull("actionUrl"),
                row.rowOr("goal", CatalogReader::goal, new QuestGoal.Instant()),
                row.flag("daily"),
                row.row("reward", CatalogReader::reward),
                requirements(row),
                row.moment("availableFrom"),
                row.moment("availableUntil"));
    }

    private static QuestGoal goal(Row row) {
        if (row.isEmpty()) {
            return new QuestGoal.Instant();
        }
        if (row.has("delay")) {
            return new QuestGoal.Visit(row.duration("delay"));
        }
        if (row.has("external")) {
            return new QuestGoal.Confirm(
                    row.word("external", ExternalKind.class), row.textOr("target", ""));
        }
        if (!row.has("counter")) {
            row.report("expected {delay: …}, {counter: …, count: …}, {external: …} or nothing");
        }
        return new QuestGoal.Reach(row.word("counter", QuestCounter.class), row.whole("count"));
    }

    private static Reward reward(Row row) {
        return new Reward(
                row.wholeOr("funz", 0),
                row.wholeOr("jokers", 0),
                row.rowsOrNone("items", CatalogReader::itemStack));
    }

    private static FriendsLevel friendsLevel(Row row) {
        return new FriendsLevel(row.count("friends"), row.row("reward", CatalogReader::reward));
    }

    private static NoticesDefinition notices(Row row) {
        return new NoticesDefinition(
                row.rowsOrNone("banners", CatalogReader::banner),
                row.rowsOrNone("announcements", CatalogReader::announcement));
    }

    private static BannerDefinition banner(Row row) {
        return new BannerDefinition(
                row.id("id", BannerId::new),
                row.text("title"),
                row.text("text"),
                row.textOrNull("image"),
                row.textOrNull("actionUrl"),
                row.countOr("order", 0),
                row.rowOr("audience", CatalogReader::audience, Audience.EVERYONE),
                row.moment("availableFrom"),
                row.moment("availableUntil"));
    }

    private static AnnouncementDefinition announcement(Row row) {
        return new AnnouncementDefinition(
                row.id("id", AnnouncementId::new),
                row.text("title"),
                row.text("text"),
                row.textOrNull("actionUrl"),
                row.flag("popup"),
                row.rowOr("audience", CatalogReader::audience, Audience.EVERYONE),
                row.moment("availableFrom"),
                row.moment("availableUntil"));
    }

    private static Audience audience(Row row) {
        return new Audience(
                row.countOr("fromRank", 1),
                row.countOr("toRank", 0),
                row.textsOrNone("languages"),
                row.textsOrNone("campaigns"));
    }

    private static List<Requirement> requirements(Row row) {
        return row.rowsOrNone("requirements", CatalogReader::requirement);
    }

    private static Requirement requirement(Row row) {
        if (row.has("rank")) {
            return new Requirement.ReachRank(row.count("rank"));
        }
        if (row.has("friends")) {
            return new Requirement.InviteFriends(row.count("friends"));
        }
        if (row.has("quest")) {
            return new Requirement.FinishQuest(row.id("quest", QuestId::new));
        }
        if (!row.has("card")) {
            row.report("expected {card: …, level: …}, {rank: …}, {friends: …} or {quest: …}");
        }
        return new Requirement.OwnCard(row.id("card", CardId::new), row.count("level"));
    }
}
