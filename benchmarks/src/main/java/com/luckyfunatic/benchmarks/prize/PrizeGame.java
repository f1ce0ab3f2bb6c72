package com.luckyfunatic.benchmarks.prize;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.EndedCup;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
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
        EndedCup cup = played(number);
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

    private EndedCup played(int number) {
        EndedCup cup = EndedCup.of("cup_" + number, players.size(), PRIZE);
        storage.tournaments().create(cup.definition());
        storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
        Concurrently.forEach(players, CALLERS, player -> record(cup, player));
        return cup;
    }

    private void record(EndedCup cup, PlayerId player) {
        long id = engine.ids().next();
        storage.minigameRuns().start(cup.run(id, player), 1_000);
        storage.minigameRuns().score(id, cup.score(id, player));
    }

    private void check(EndedCup cup, PrizeRun.Round round) {
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
