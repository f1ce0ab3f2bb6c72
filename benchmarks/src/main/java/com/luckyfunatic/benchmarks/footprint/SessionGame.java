package com.luckyfunatic.benchmarks.footprint;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.bonus.BonusCommand.ClaimDailyBonus;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.tap.TapSequence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Players of one storage who each play one session, a request for each second of their own time, in
 * an order that a seed gives. Every request is checked to have done its whole work. For one thread
 * at a time.
 */
final class SessionGame {
    /** As many as measure group commit. */
    private static final int CALLERS = 64;

    private static final int ATTEMPTS = 20;
    private static final long MILLIS_BETWEEN = 1_000;
    private static final int FOLLOW_UPS = 500;
    private static final Actor.Operator OPERATOR = new Actor.Operator("benchmark");

    /** What a request of a session is about. */
    private enum Kind {
        TAP,
        READ,
        PURCHASE,
        CLAIM,
        TRANSFER
    }

    private final GameEngine engine;
    private final SessionModel model;
    private final long seed;
    private final Instant begin;
    private final List<CardDefinition> cards;
    private final ItemId given;
    private final List<Player> players;
    private final LongAdder repeats = new LongAdder();

    /** One player, whose commands never overlap. */
    private static final class Player {
        private final TelegramAccount telegram;
        private final PlayerId id;
        private final PlatformAccountId account;
        private final Kind[] plan;
        private long session;
        private int taps;
        private int operations;
        private boolean hasBonus;

        private Player(TelegramAccount telegram, PlayerId id, Kind[] plan) {
            this.telegram = telegram;
            this.id = id;
            this.plan = plan;
            account = new PlatformAccountId("account-" + id);
        }

        private OperationId nextOperation() {
            // What the page sends.
            return new OperationId(new UUID(id.value(), ++operations).toString());
        }
    }

    /**
     * Lets {@code players} join {@code storage}, which is empty, and gives them what they will
     * spend.
     *
     * @param begin when: no player's time runs before it
     */
    SessionGame(GameStorage storage, SessionModel model, int players, long seed, Instant begin) {
        this.model = model;
        this.seed = seed;
        this.begin = begin;
        engine = engine(storage, seed, begin);
        cards = engine.catalog().cards();
        ItemId spin = Objects.requireNonNull(engine.catalog().dailyBonus().spinItem());
        given =
                engine.catalog().items().stream()
                        .filter(item -> !item.id().equals(spin))
                        .filter(item -> item.max() >= model.requestsPerSession())
                        .map(ItemDefinition::id)
                        .findFirst()
                        .orElseThrow();
        this.players =
                Concurrently.map(
                        IntStream.range(0, players).boxed().toList(),
                        CALLERS,
                        index -> join(index, spin));
    }

    private SessionGame(SessionGame other, GameStorage storage) {
        model = other.model;
        seed = other.seed;
        begin = other.begin;
        engine = engine(storage, seed, begin);
        cards = other.cards;
        given = other.given;
        players = other.players;
    }

    private static GameEngine engine(GameStorage storage, long seed, Instant begin) {
        return GameEngine.builder(storage)
                .clock(InstantSource.fixed(begin))
                .random(new Random(seed))
                .build(BenchmarkCatalog.forPurchases());
    }

    /** Returns the same players on a storage that was opened again. */
    SessionGame on(GameStorage storage) {
        return new SessionGame(this, storage);
    }

    private Player join(int index, ItemId spin) {
        TelegramAccount account =
                new TelegramAccount(
                        1_000_000_000L + index,
                        "Ada",
                        "Lovelace",
                        "ada_lovelace_" + index,
                        "en",
                        false,
                        "https://t.me/i/userpic/320/%s.svg".formatted("a".repeat(43)));
        PlayerId id = patiently(() -> engine.logIn(account, null)).profile().id();
        Player player = new Player(account, id, plan(new SplittableRandom(seed + index)));
        give(player, spin, model.perSession(model.claimPercent()));
        give(player, given, model.perSession(model.transferPercent()));
        return player;
    }

    /** As a client does when a storage is cold, or the machine busy with others. */
    <T> T patiently(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (StorageUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                repeats.increment();
            }
        }
    }

    /** Returns how often something was asked for again, because no answer came in time. */
    long repeats() {
        return repeats.sum();
    }

    private Kind[] plan(RandomGenerator random) {
        Kind[] plan = new Kind[model.requestsPerSession()];
        int end = fill(plan, 0, Kind.READ, model.readPercent());
        end = fill(plan, end, Kind.PURCHASE, model.purchasePercent());
        end = fill(plan, end, Kind.CLAIM, model.claimPercent());
        end = fill(plan, end, Kind.TRANSFER, model.transferPercent());
        fill(plan, end, Kind.TAP, model.tapPercent());
        for (int i = plan.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Kind kept = plan[i];
            plan[i] = plan[other];
            plan[other] = kept;
        }
        return plan;
    }

    private int fill(Kind[] plan, int from, Kind kind, int percent) {
        int end = from + model.perSession(percent);
        Arrays.fill(plan, from, end, kind);
        return end;
    }

    private void give(Player player, ItemId item, int count) {
        if (count > 0) {
            execute(
                    new CommandEnvelope(
                            player.id,
                            player.nextOperation(),
                            begin.toEpochMilli(),
                            OPERATOR,
                            new AdjustItem(item, count, "benchmark")));
        }
    }

    /** Returns how many changes all players have had. */
    long changes() {
        return Concurrently.map(
                        players,
                        CALLERS,
                        player ->
                                patiently(() -> engine.player(player.id)).orElseThrow().sequence())
                .stream()
                .mapToLong(each -> each)
                .sum();
    }

    /** Every player logs in anew: a session begins. */
    void logIn() {
        Concurrently.forEach(
                players,
                CALLERS,
                player ->
                        player.session =
                                patiently(() -> engine.logIn(player.telegram, null)).session());
    }

    /** Every player makes the requests from {@code from} to {@code to}, exclusive. */
    void play(int from, int to) {
        Concurrently.forEach(
                players,
                CALLERS,
                player -> {
                    for (int i = from; i < to; i++) {
                        request(player, player.plan[i], begin.toEpochMilli() + i * MILLIS_BETWEEN);
                    }
                });
        while (patiently(() -> engine.settleFollowUps(FOLLOW_UPS)) > 0) {
            // What transfers have called for goes to the outbox.
        }
    }

    private void request(Player player, Kind kind, long nowMillis) {
        switch (kind) {
            case TAP -> tap(player, nowMillis);
            case READ -> {
                var _ = patiently(() -> engine.player(player.id)).orElseThrow();
            }
            case PURCHASE ->
                    hard(
                            player,
                            new BuyCardLevel(
                                    cards.get(player.operations % cards.size()).id(), null),
                            nowMillis);
            case CLAIM -> claim(player, nowMillis);
            case TRANSFER -> transfer(player, nowMillis);
        }
    }

    /** The day's bonus first, then spins for what was given. */
    private void claim(Player player, long nowMillis) {
        hard(player, player.hasBonus ? new SpinForItem() : new ClaimDailyBonus(), nowMillis);
        player.hasBonus = true;
    }

    private void tap(Player player, long nowMillis) {
        TapSequence number = new TapSequence(player.session, player.taps++);
        Result result = execute(player, null, new Tap(model.tapsPerRequest(), number), nowMillis);
        if (!(result instanceof TapResult.Taps taps) || taps.accepted() != model.tapsPerRequest()) {
            throw new IllegalStateException("not what is to be measured: " + result);
        }
    }

    private void transfer(Player player, long nowMillis) {
        OperationId operation = player.nextOperation();
        TransferId transfer = new TransferId(operation.value().replace("-", ""));
        execute(
                player,
                operation,
                new TransferItems(transfer, player.account, given, 1),
                nowMillis);
    }

    private void hard(Player player, Command command, long nowMillis) {
        execute(player, player.nextOperation(), command, nowMillis);
    }

    private Result execute(
            Player player, @Nullable OperationId operation, Command command, long nowMillis) {
        return execute(
                new CommandEnvelope(player.id, operation, nowMillis, Actor.Player.SELF, command));
    }

    private Result execute(CommandEnvelope envelope) {
        long before = repeats.sum();
        Answer answer = patiently(() -> engine.execute(envelope));
        boolean mayRepeat = repeats.sum() > before;
        if ((answer.repeated() && !mayRepeat)
                || !(answer.outcome() instanceof Outcome.Accepted(Result result))) {
            throw new IllegalStateException("not what is to be measured: " + answer);
        }
        return result;
    }
}
