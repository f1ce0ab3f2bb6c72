package com.luckyfunatic.benchmarks.prize;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Players of one storage, and tournaments that all of them win. For one thread at a time. */
final class PrizeGame {
    private static final int CALLERS = 32;
    private static final int ATTEMPTS = 20;

    /** As many as the server pays at once. */
    private static final int PAYMENTS = 64;

    private static final long PRIZE = 10;

    private final GameStorage storage;
    private final GameEngine engine;
    private final List<PlayerId> players;

    /** Creates {@code winners} players in an empty storage. */
    PrizeGame(GameStorage storage, int winners) {
        this.storage = storage;
        engine = GameEngine.on(storage, BenchmarkCatalog.standard());
        players = LongStream.rangeClosed(1, winners).mapToObj(PlayerId::new).toList();
        Concurrently.forEach(players, CALLERS, this::create);
    }

    /** Several times if need be: the storage is still cold. */
    private void create(PlayerId player) {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer =
                        engine.execute(
                                player, new OperationId("create"), new CreatePlayer(null, false));
                if (!(answer.outcome() instanceof Outcome.Accepted)) {
                    throw new IllegalStateException(answer.toString());
                }
                return;
            } catch (StorageUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Plays a tournament, ends it, and insists that everybody was paid once. */
    PrizeResult.Round round(int number) {
        TournamentDefinition cup = played(number);
        AtomicLong paying = new AtomicLong();
        long start = System.nanoTime();
        PrizeRun.Round round =
                new PrizeRun(
                                engine,
                                tasks -> {
                                    paying.compareAndSet(0, System.nanoTime());
                                    Concurrently.forEach(
                                            List.copyOf(tasks), PAYMENTS, Runnable::run);
                                })
                        .run(cup.id());
        long end = System.nanoTime();
        check(cup, round);
        double rankSeconds = (paying.get() - start) / 1e9;
        double paySeconds = (end - paying.get()) / 1e9;
        return new PrizeResult.Round(
                rankSeconds, players.size() / rankSeconds, paySeconds, players.size() / paySeconds);
    }

    private TournamentDefinition played(int number) {
        // Over since an hour, by the machine's clock.
        long closes = System.currentTimeMillis() - 3_600_000;
        TournamentDefinition cup =
                new TournamentDefinition(
                        new TournamentId("cup_" + number),
                        "Cup",
                        new MinigameId("game"),
                        closes - 3_600_000,
                        closes,
                        new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                        Currency.FUNZ,
                        0,
                        1,
                        TournamentDefinition.UNLIMITED,
                        List.of(),
                        new PrizeTable(
                                Currency.FUNZ,
                                0,
                                PRIZE * players.size(),
                                PrizeKind.AMOUNTS,
                                List.of(new PrizeRange(1, players.size(), PRIZE))));
        storage.tournaments().create(cup);
        storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
        Concurrently.forEach(players, CALLERS, player -> record(cup, player, closes - 1_000));
        return cup;
    }

    private void record(TournamentDefinition cup, PlayerId player, long at) {
        long id = engine.ids().next();
        storage.minigameRuns()
                .start(
                        new MinigameRun(
                                id,
                                player,
                                new OperationId("run " + cup.id()),
                                cup.minigame(),
                                cup.id(),
                                at,
                                at + 1_000,
                                1,
                                2,
                                null),
                        1_000);
        storage.minigameRuns()
                .score(id, new RunScore(player.value() % 1_000_000, at, null, id, null));
    }

    private void check(TournamentDefinition cup, PrizeRun.Round round) {
        long sum = 0;
        long ranks = 0;
        Page<FinalStanding> page;
        do {
            page = storage.prizeRuns().page(cup.id(), ranks, Page.LIMIT_MAX);
            for (FinalStanding each : page.items()) {
                sum += each.receipt() == null ? 0 : each.receipt().paid();
            }
            ranks += page.items().size();
        } while (page.hasMore());
        if (round.done() != 1 || ranks != players.size() || sum != PRIZE * players.size()) {
            throw new IllegalStateException(
                    "%s paid %d to %d players".formatted(round, sum, ranks));
        }
    }
}
