package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.notice.AnnouncementDefinition;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.notice.BannerDefinition;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentProblem;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Valid content, indexed for the rules: card levels are computed, look-ups cost one hash. Immutable
 * and thread-safe.
 */
public final class Catalog {
    /** What is between a version and the number of its release. */
    public static final char RELEASE_MARK = '#';

    private final CatalogDefinition definition;
    private final String name;
    private final long incomeCapMillis;
    private final Map<BoosterType, BoosterDefinition> boosters;
    private final Map<CardId, CardDefinition> cards;
    private final Map<CardId, List<CardLevel>> cardLevels;
    private final Map<StoryId, StoryDefinition> stories;
    private final Map<ItemId, ItemDefinition> items;
    private final Map<SpecialCardId, SpecialCardDefinition> specialCards;
    private final Map<ExchangeId, ExchangeDefinition> exchanges;
    private final Map<QuestId, QuestDefinition> quests;
    private final List<BannerDefinition> banners;
    private final List<AnnouncementDefinition> announcements;
    private final Map<AnnouncementId, AnnouncementDefinition> announcementsById;
    private final Map<ConversionId, ConversionDefinition> conversions;
    private final Map<ListingId, ListingDefinition> listings;
    private final Map<MinigameId, MinigameDefinition> minigames;
    private final Map<TimeTrialId, TimeTrialDefinition> timeTrials;
    private final Map<Effect, List<BoosterDefinition>> permanentBoostersByEffect;
    private final Map<Effect, List<SpecialCardDefinition>> specialCardsByEffect;

    private Catalog(Content content, long release) {
        definition = content.definition();
        name = release == 0 ? definition.version() : definition.version() + RELEASE_MARK + release;
        incomeCapMillis = definition.income().cap().toMillis();
        boosters = index(definition.boosters(), BoosterDefinition::type);
        cards = index(definition.cards(), CardDefinition::id);
        cardLevels = Map.copyOf(content.levels());
        stories = index(definition.stories(), StoryDefinition::id);
        items = index(definition.items(), ItemDefinition::id);
        specialCards = index(definition.specialCards(), SpecialCardDefinition::id);
        exchanges = index(definition.exchanges(), ExchangeDefinition::id);
        quests = index(definition.quests(), QuestDefinition::id);
        banners =
                definition.notices().banners().stream()
                        .sorted(Comparator.comparingInt(BannerDefinition::order))
                        .toList();
        announcements =
                definition.notices().announcements().stream()
                        .sorted(Comparator.comparing(Catalog::shownSince).reversed())
                        .toList();
        announcementsById = index(announcements, AnnouncementDefinition::id);
        conversions = index(definition.conversions(), ConversionDefinition::id);
        listings = index(definition.listings(), ListingDefinition::id);
        minigames = index(definition.minigames(), MinigameDefinition::id);
        timeTrials = index(definition.timeTrials(), TimeTrialDefinition::id);
        List<BoosterDefinition> permanent =
                definition.boosters().stream().filter(BoosterDefinition::isPermanent).toList();
        permanentBoostersByEffect = byEffect(permanent, BoosterDefinition::effect);
        specialCardsByEffect = byEffect(definition.specialCards(), SpecialCardDefinition::effect);
    }

    /**
     * Returns {@code definition} ready for the rules.
     *
     * @throws InvalidCatalogException when it is not valid, with every problem
     */
    public static Catalog of(CatalogDefinition definition) {
        return of(definition, 0);
    }

    /**
     * Returns the content of a release, ready for the rules.
     *
     * @param release its number; 0 for content that was not released
     * @throws InvalidCatalogException when it is not valid, with every problem
     */
    public static Catalog of(CatalogDefinition definition, long release) {
        Content content = Content.of(definition);
        List<CatalogProblem> problems = CatalogValidator.validate(content);
        if (!problems.isEmpty()) {
            throw new InvalidCatalogException(problems);
        }
        return new Catalog(content, release);
    }

    private static Instant shownSince(AnnouncementDefinition announcement) {
        Instant from = announcement.availableFrom();
        return from == null ? Instant.MIN : from;
    }

    private static <K, V> Map<K, V> index(List<V> rows, Function<V, K> key) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    /** Groups {@code rows}, with a group for every effect, in the order they have. */
    private static <V> Map<Effect, List<V>> byEffect(
            List<V> rows, Function<V, @Nullable Effect> effect) {
        Map<Effect, List<V>> groups = new EnumMap<>(Effect.class);
        for (Effect each : Effect.values()) {
            groups.put(each, rows.stream().filter(row -> effect.apply(row) == each).toList());
        }
        return groups;
    }

    /** The content as it was written. */
    public CatalogDefinition definition() {
        return definition;
    }

    /**
     * What changes name that are decided under it: its version, with {@code #} and the number of
     * the release behind it if it was released. A version may come back, a release does not.
     */
    public String name() {
        return name;
    }

    /** What the content calls itself. */
    public String version() {
        return definition.version();
    }

    /** What a new player holds. */
    public StartDefinition start() {
        return definition.start();
    }

    /** Taps before anything modifies them. */
    public TapDefinition tap() {
        return definition.tap();
    }

    /** Energy before anything modifies it. */
    public EnergyDefinition energy() {
        return definition.energy();
    }

    /** How long after a collection income accrues, in milliseconds. */
    public long incomeCapMillis() {
        return incomeCapMillis;
    }

    /** The most that all multipliers on one value make together, basis points. */
    public long multiplierCapBps() {
        return definition.multiplierCapBps();
    }

    /** Frenzy as it is at {@code rank}. */
    public FrenzyLevel frenzyLevel(int rank) {
        List<FrenzyLevel> levels = definition.frenzy();
        int i = levels.size() - 1;
        while (i > 0 && levels.get(i).fromRank() > rank) {
            i--;
        }
        return levels.get(i);
    }

    /** All boosters, in the order of the content. */
    public List<BoosterDefinition> boosters() {
        return definition.boosters();
    }

    /** The booster {@code type}, or null. */
    public @Nullable BoosterDefinition booster(BoosterType type) {
        return boosters.get(type);
    }

    /** The permanent boosters with {@code effect}, in the order of the content. */
    public List<BoosterDefinition> permanentBoosters(Effect effect) {
        return permanentBoostersByEffect.getOrDefault(effect, List.of());
    }

    /** The groups of cards, in the order of the content. */
    public List<CardCategory> categories() {
        return definition.categories();
    }

    /** All cards, in the order of the content. */
    public List<CardDefinition> cards() {
        return definition.cards();
    }

    /** The card {@code id}, or null. */
    public @Nullable CardDefinition card(CardId id) {
        return cards.get(id);
    }

    /** The levels of the card {@code id}, from level 1; none when there is no such card. */
    public List<CardLevel> cardLevels(CardId id) {
        return cardLevels.getOrDefault(id, List.of());
    }

    /** All stories, in the order of the content. */
    public List<StoryDefinition> stories() {
        return definition.stories();
    }

    /** The story {@code id}, or null. */
    public @Nullable StoryDefinition story(StoryId id) {
        return stories.get(id);
    }

    /** All items, in the order of the content. */
    public List<ItemDefinition> items() {
        return definition.items();
    }

    /** The item {@code id}, or null. */
    public @Nullable ItemDefinition item(ItemId id) {
        return items.get(id);
    }

    /** All special cards, in the order of the content. */
    public List<SpecialCardDefinition> specialCards() {
        return definition.specialCards();
    }

    /** The special card {@code id}, or null. */
    public @Nullable SpecialCardDefinition specialCard(SpecialCardId id) {
        return specialCards.get(id);
    }

    /** The special cards with {@code effect}, in the order of the content. */
    public List<SpecialCardDefinition> specialCards(Effect effect) {
        return specialCardsByEffect.getOrDefault(effect, List.of());
    }

    /** The ranks, from rank 1. */
    public List<RankDefinition> ranks() {
        return definition.ranks();
    }

    /** The daily bonus; {@link BonusDefinition#NONE} when there is none. */
    public BonusDefinition dailyBonus() {
        return definition.dailyBonus();
    }

    /**
     * Returns what {@code tournament} needs of this content and does not find here: its minigame,
     * and the cards, ranks and quests of its requirements.
     */
    public List<TournamentProblem> missing(TournamentDefinition tournament) {
        return TournamentChecks.missing(tournament, Content.of(definition));
    }

    /** The balloon game; {@link BalloonDefinition#NONE} when there is none. */
    public BalloonDefinition balloon() {
        return definition.balloon();
    }

    /** Referrals. */
    public ReferralDefinition referral() {
        return definition.referral();
    }

    /** The exchanges that players may choose from, in the order of the content. */
    public List<ExchangeDefinition> exchanges() {
        return definition.exchanges();
    }

    /** The exchange {@code id}, or null. */
    public @Nullable ExchangeDefinition exchange(ExchangeId id) {
        return exchanges.get(id);
    }

    /** All quests, in the order of the content. */
    public List<QuestDefinition> quests() {
        return definition.quests();
    }

    /** The quest {@code id}, or null. */
    public @Nullable QuestDefinition quest(QuestId id) {
        return quests.get(id);
    }

    /** The levels of the ladder of friends, by rising numbers. */
    public List<FriendsLevel> friendsQuest() {
        return definition.friendsQuest();
    }

    /** All banners, in their order. */
    public List<BannerDefinition> banners() {
        return banners;
    }

    /** All announcements, newest first; those that were always shown are the oldest. */
    public List<AnnouncementDefinition> announcements() {
        return announcements;
    }

    /** The announcement {@code id}, or null. */
    public @Nullable AnnouncementDefinition announcement(AnnouncementId id) {
        return announcementsById.get(id);
    }

    /** All conversions, in the order of the content. */
    public List<ConversionDefinition> conversions() {
        return definition.conversions();
    }

    /** The conversion {@code id}, or null. */
    public @Nullable ConversionDefinition conversion(ConversionId id) {
        return conversions.get(id);
    }

    /** All listings of the store, in the order of the content. */
    public List<ListingDefinition> listings() {
        return definition.listings();
    }

    /** All series of raffles, in the order of the content. */
    public List<RaffleSeries> raffles() {
        return definition.raffles();
    }

    /** The listing {@code id}, or null. */
    public @Nullable ListingDefinition listing(ListingId id) {
        return listings.get(id);
    }

    /** All minigames, in the order of the content. */
    public List<MinigameDefinition> minigames() {
        return definition.minigames();
    }

    /** The minigame {@code id}, or null. */
    public @Nullable MinigameDefinition minigame(MinigameId id) {
        return minigames.get(id);
    }

    /** All series of tournaments, in the order of the content. */
    public List<TournamentSeries> tournaments() {
        return definition.tournaments();
    }

    /** All levels of the time trials, in the order of the content. */
    public List<TimeTrialDefinition> timeTrials() {
        return definition.timeTrials();
    }

    /** The level {@code id} of the time trials, or null. */
    public @Nullable TimeTrialDefinition timeTrial(TimeTrialId id) {
        return timeTrials.get(id);
    }
}
