package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.EarnedQuest;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.quest.StartedQuest;
import com.luckyfunatic.engine.rank.RankState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.testkit.GeneratedCommands;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws a player in the middle of his life, and what he does next: amounts and moments lie where
 * rules change their mind. Not thread-safe.
 */
final class HotLife {
    private static final List<Long> EDGES =
            List.of(
                    0L,
                    1L,
                    100_000_000_000_000L - 1,
                    100_000_000_000_000L,
                    100_000_000_000_000L + 1,
                    Amounts.MAX - 1,
                    Amounts.MAX);

    /** As texts, their order is another than as numbers; a double would mix some of them up. */
    private static final List<Long> IDS =
            List.of(
                    9L,
                    10L,
                    99L,
                    100L,
                    Amounts.MAX,
                    Amounts.MAX + 1,
                    Amounts.MAX + 2,
                    265_267_917_656_952_845L,
                    265_267_917_656_952_846L,
                    Long.MAX_VALUE);

    private final RandomGenerator random;
    private final SettableClock clock = new SettableClock();
    private final PlayerId player;
    private Catalog catalog;

    HotLife(RandomGenerator random, PlayerId player, Catalog catalog) {
        this.random = random;
        this.player = player;
        this.catalog = catalog;
    }

    SettableClock clock() {
        return clock;
    }

    /** Goes on under other content. */
    void under(Catalog newCatalog) {
        catalog = newCatalog;
    }

    PlayerState start() {
        clock.advance(Duration.ofHours(random.nextInt(1, 72)));
        clock.advance(Duration.ofMillis(random.nextInt(86_400_000)));
        PlayerId referrer = random.nextBoolean() ? new PlayerId(7) : null;
        CommandEnvelope create = envelope(null, new CreatePlayer(referrer, random.nextBoolean()));
        PlayerState created =
                Objects.requireNonNull(
                        new RuleHandler(catalog, random, () -> 1)
                                .handle(null, create)
                                .answer()
                                .state());
        long at = clock.millis();
        long settledAt = at - pause();
        return created.change()
                .version(random.nextInt(1, 1_000_000), at)
                .wallet(new Wallet(amount(), amount(), funzEarned()))
                .tap(new TapState(taps(), tokens(), at - pause(), sessions()))
                .energy(new EnergyState(energy(), at - pause()))
                .income(
                        new IncomeState(
                                settledAt - pause(),
                                settledAt,
                                accrued(),
                                random.nextInt(20) == 0,
                                parts()))
                .boosters(boosters(at))
                .frenzy(
                        new FrenzyState(
                                random.nextInt(70),
                                at + random.nextInt(-5_000, 10_000),
                                30_000,
                                at + random.nextInt(-5_000, 10_000)))
                .rank(new RankState(1 + random.nextInt(4)))
                .cards(cards())
                .stories(random.nextInt(4) == 0 ? StoryState.NONE : stories())
                .quests(quests(at))
                .done();
    }

    private long amount() {
        return switch (random.nextInt(3)) {
            case 0 -> EDGES.get(random.nextInt(EDGES.size()));
            case 1 -> Amounts.MAX - random.nextInt(300);
            default -> random.nextInt(10_000);
        };
    }

    /** Often just below a rank. */
    private long funzEarned() {
        var ranks = catalog.ranks();
        return random.nextInt(3) == 0
                ? amount()
                : Math.max(
                        0,
                        ranks.get(random.nextInt(ranks.size())).funzEarned() - random.nextInt(60));
    }

    private long taps() {
        return switch (random.nextInt(6)) {
            case 0 -> amount();
            case 1 -> Amounts.MAX + 1;
            default -> random.nextInt(100);
        };
    }

    private long tokens() {
        return random.nextLong(catalog.tap().burst() * TapState.TOKENS_PER_TAP + 1);
    }

    private long energy() {
        long full = catalog.energy().max() * EnergyState.MICROS_PER_UNIT;
        long cost = catalog.tap().energyPerTap() * EnergyState.MICROS_PER_UNIT;
        return switch (random.nextInt(6)) {
            case 0 -> full;
            case 1 -> full + random.nextLong(full);
            case 2 -> Math.max(0, cost * random.nextInt(60) - random.nextInt(2));
            default -> random.nextLong(full);
        };
    }

    private long accrued() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> IncomeState.PER_FUNZ - 1;
            case 2 -> IncomeState.PER_FUNZ;
            case 3 -> Amounts.MAX - random.nextInt(2);
            case 4 -> Amounts.MAX + 1;
            default -> random.nextLong(IncomeState.PER_FUNZ * 100);
        };
    }

    private int parts() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> BasisPoints.ONE - 1;
            default -> random.nextInt(BasisPoints.ONE);
        };
    }

    private long pause() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1, 2 -> random.nextInt(5_000);
            case 3 -> random.nextInt(200_000);
            default -> random.nextInt(20_000_000);
        };
    }

    private List<TapSession> sessions() {
        List<TapSession> sessions = new ArrayList<>();
        for (Long id : IDS) {
            if (sessions.size() < TapState.SESSIONS_MAX && random.nextInt(4) == 0) {
                sessions.add(new TapSession(id, id(), random.nextInt(51), amount()));
            }
        }
        return sessions;
    }

    private long id() {
        return IDS.get(random.nextInt(IDS.size()));
    }

    private BoosterState boosters(long at) {
        List<ActiveBooster> active = new ArrayList<>();
        List<BoosterLevel> levels = new ArrayList<>();
        List<BoosterUse> uses = new ArrayList<>();
        for (BoosterDefinition booster : catalog.boosters()) {
            if (random.nextInt(4) > 0) {
                continue;
            }
            if (booster.isPermanent()) {
                levels.add(new BoosterLevel(booster.type(), 1 + random.nextInt(2)));
                continue;
            }
            // Now and then one of a type that other content let work for a time.
            if (random.nextInt(booster.effect().isInstant() ? 6 : 2) == 0) {
                active.add(
                        new ActiveBooster(
                                booster.type(),
                                booster.effect(),
                                booster.magnitude(),
                                at + random.nextInt(-6_000, 20_000)));
            }
            uses.add(
                    new BoosterUse(
                            booster.type(),
                            at + random.nextInt(-6_000, 6_000),
                            Days.epochDay(at) - random.nextInt(2),
                            Math.max(
                                    0,
                                    (booster.dailyLimit() > 0 ? booster.dailyLimit() : 9)
                                            - random.nextInt(3))));
        }
        return new BoosterState(active, levels, uses);
    }

    /** Sometimes all of a story. */
    private CardState cards() {
        if (random.nextInt(3) == 0) {
            return CardState.NONE;
        }
        List<OwnedCard> cards = new ArrayList<>();
        cards.add(new OwnedCard(new CardId("miner"), 1 + random.nextInt(8)));
        if (random.nextInt(3) == 0) {
            cards.add(new OwnedCard(new CardId("trader"), 1 + random.nextInt(3)));
        }
        return new CardState(cards);
    }

    /** All stories are recorded: nothing waits for the next change. */
    private StoryState stories() {
        return new StoryState(
                List.of(), catalog.stories().stream().map(StoryDefinition::id).toList());
    }

    /** Around the edges of delays and of days. */
    private QuestState quests(long at) {
        List<StartedQuest> started = new ArrayList<>();
        List<EarnedQuest> earned = new ArrayList<>();
        List<ClaimedQuest> claimed = new ArrayList<>();
        long today = Days.epochDay(at);
        for (QuestDefinition quest : catalog.quests()) {
            if (random.nextInt(2) == 0) {
                long base = random.nextInt(4) == 0 ? amount() : random.nextInt(90);
                started.add(new StartedQuest(quest.id(), at - pause(), base));
            }
            if (random.nextInt(6) == 0) {
                boolean isOld = random.nextInt(3) == 0;
                earned.add(
                        new EarnedQuest(
                                quest.id(),
                                quest.daily() ? today - random.nextInt(2) : 0,
                                isOld
                                        ? new Reward(amount(), random.nextInt(2), List.of())
                                        : quest.reward()));
            }
            if (random.nextInt(5) == 0) {
                claimed.add(new ClaimedQuest(quest.id(), today - random.nextInt(2)));
            }
        }
        return new QuestState(started, earned, claimed, List.of(), random.nextInt(3));
    }

    CommandEnvelope next(PlayerState state) {
        moveClock(state);
        OperationId operation =
                random.nextInt(25) == 0 ? new OperationId("op " + random.nextInt()) : null;
        ClaimQuest onTheEdge = random.nextInt(12) == 0 ? claimOnTheEdge(state) : null;
        return envelope(operation, onTheEdge == null ? command(state) : onTheEdge);
    }

    /** Claims a visit around the moment that completes it; null when none is started. */
    private @Nullable ClaimQuest claimOnTheEdge(PlayerState state) {
        for (StartedQuest each : state.quests().started()) {
            QuestDefinition quest = catalog.quest(each.quest());
            if (quest != null
                    && quest.daily()
                    && quest.goal() instanceof QuestGoal.Visit(var delay)) {
                long edge = each.atMillis() + delay.toMillis();
                clock.set(Instant.ofEpochMilli(edge + random.nextInt(-1, 2)));
                return new ClaimQuest(each.quest());
            }
        }
        return null;
    }

    private CommandEnvelope envelope(@Nullable OperationId operation, Command command) {
        return new CommandEnvelope(player, operation, clock.millis(), Actor.Player.SELF, command);
    }

    private Command command(PlayerState state) {
        return switch (random.nextInt(23)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> new Tap(count(), sequence(state));
            case 10, 11, 12, 13 -> new CollectIncome();
            case 14, 15, 16, 17, 18 -> new ActivateBooster(booster().type());
            case 19, 20, 21 -> new ClaimQuest(dailyQuest().id());
            default -> new GeneratedCommands(random, catalog).next();
        };
    }

    private QuestDefinition dailyQuest() {
        List<QuestDefinition> daily =
                catalog.quests().stream().filter(QuestDefinition::daily).toList();
        return daily.get(random.nextInt(daily.size()));
    }

    /** Half of the time one that fills the energy. */
    private BoosterDefinition booster() {
        boolean instant = random.nextBoolean();
        List<BoosterDefinition> some =
                catalog.boosters().stream()
                        .filter(each -> !instant || each.effect().isInstant())
                        .toList();
        return some.get(random.nextInt(some.size()));
    }

    private int count() {
        return random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(Tap.COUNT_MAX);
    }

    private @Nullable TapSequence sequence(PlayerState state) {
        List<TapSession> sessions = state.tap().sessions();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> null;
            case 3 -> new TapSequence(id(), id());
            default -> {
                if (sessions.isEmpty()) {
                    yield new TapSequence(9, random.nextInt(3));
                }
                TapSession last = sessions.get(random.nextInt(sessions.size()));
                long number = last.sequence() + random.nextInt(-1, 3);
                yield new TapSequence(last.session(), number < 0 ? Long.MAX_VALUE : number);
            }
        };
    }

    private void moveClock(PlayerState state) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> {}
            case 4, 5, 6, 7, 8, 9 -> clock.advance(Duration.ofMillis(random.nextInt(3_000)));
            case 10, 11 -> clock.advance(Duration.ofSeconds(random.nextInt(900)));
            case 12 -> clock.advance(Duration.ofMinutes(random.nextInt(400)));
            case 13 -> clock.advance(Duration.ofMillis(-random.nextInt(60_000)));
            default -> {
                List<Long> moments = moments(state);
                long moment = moments.get(random.nextInt(moments.size())) + random.nextInt(-1, 2);
                if (Math.abs(moment - clock.millis()) < Duration.ofDays(2).toMillis()) {
                    clock.set(Instant.ofEpochMilli(moment));
                }
            }
        }
    }

    /** When something that a rule asks about changes. */
    private List<Long> moments(PlayerState state) {
        List<Long> moments = new ArrayList<>();
        state.boosters().active().forEach(each -> moments.add(each.untilMillis()));
        state.boosters().uses().forEach(each -> moments.add(each.readyAtMillis()));
        state.quests().started().forEach(each -> moments.add(each.atMillis() + 3_000));
        moments.add(state.frenzy().untilMillis());
        moments.add(state.income().collectedAtMillis() + catalog.incomeCapMillis());
        moments.add(state.income().collectedAtMillis());
        moments.add(Days.nextMidnight(clock.millis()));
        return moments;
    }
}
