package com.luckyfunatic.benchmarks.takeover;

import com.luckyfunatic.benchmarks.game.EndedCup;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Tournaments that are over and that the same players win, each of whom some worker has to pay,
 * once a tournament. Not thread-safe.
 */
final class Cups {
    private static final int WINNERS = 2_000;
    private static final int CALLERS = 16;
    private static final long PRIZE = 10;

    /** Accounts that the players of {@link Invitations} do not come to. */
    private static final long FIRST_ACCOUNT = 1_000_000_000;

    private final GameStorage storage;
    private final GameEngine engine;
    private final List<PlayerId> winners;

    /** What each of them had when all that was held had been paid. */
    private final Map<PlayerId, Long> compared = new HashMap<>();

    private int held;

    /** How many of those that were held are not compared yet. */
    private int uncompared;

    private long unpaid;
    private long overpaid;

    Cups(GameStorage storage) {
        this.storage = storage;
        engine = GameEngine.on(storage, Catalog.of(CatalogLoader.standard()));
        winners =
                Concurrently.map(
                        LongStream.range(FIRST_ACCOUNT, FIRST_ACCOUNT + WINNERS).boxed().toList(),
                        CALLERS,
                        this::join);
        winners.forEach(each -> compared.put(each, balance(each)));
    }

    private PlayerId join(long account) {
        return Pause.untilAnswered(
                () -> engine.logIn(TelegramAccount.of(account, "Win"), null).profile().id());
    }

    private long balance(PlayerId player) {
        return Pause.untilAnswered(() -> engine.player(player)).orElseThrow().wallet().funz();
    }

    /** Holds one that is not ranked yet. */
    TournamentId hold() {
        EndedCup cup = EndedCup.of("cup_" + (held + 1), WINNERS, PRIZE);
        Pause.untilAnswered(() -> storage.tournaments().create(cup.definition()));
        Concurrently.forEach(winners, CALLERS, winner -> record(cup, winner));
        // Nobody ranks it before.
        Pause.untilAnswered(
                () -> storage.tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED));
        held++;
        uncompared++;
        return cup.id();
    }

    private void record(EndedCup cup, PlayerId player) {
        long id = engine.ids().next();
        Pause.untilAnswered(() -> storage.minigameRuns().start(cup.run(id, player), 1_000));
        Pause.untilAnswered(() -> storage.minigameRuns().score(id, cup.score(id, player)));
    }

    /** Returns how many winners of {@code cup} have a receipt. */
    int paid(TournamentId cup) {
        int receipts = 0;
        long ranks = 0;
        Page<FinalStanding> page;
        do {
            long after = ranks;
            page = Pause.untilAnswered(() -> storage.prizeRuns().page(cup, after, Page.LIMIT_MAX));
            for (FinalStanding each : page.items()) {
                receipts += each.receipt() == null ? 0 : 1;
            }
            ranks += page.items().size();
        } while (page.hasMore());
        return receipts;
    }

    /** How many win each. */
    static int winners() {
        return WINNERS;
    }

    /** Whether {@code cup} is paid for to the last winner. */
    boolean isOver(TournamentId cup) {
        return paid(cup) == WINNERS;
    }

    /**
     * Compares what each has won of what is over since the last time with what he has got. Done
     * after each tournament, a prize that one misses does not make up for another that he was paid
     * twice.
     */
    void compare() {
        compared.replaceAll(this::balanceAfter);
        uncompared = 0;
    }

    private long balanceAfter(PlayerId winner, long before) {
        long balance = balance(winner);
        long difference = balance - before - PRIZE * uncompared;
        unpaid += difference < 0 ? 1 : 0;
        overpaid += difference > 0 ? 1 : 0;
        return balance;
    }

    /** Returns what all comparisons have found, and that of now. */
    TakeoverResult.Prizes prizes() {
        compare();
        return new TakeoverResult.Prizes((long) held * WINNERS, unpaid, overpaid);
    }
}
