package com.luckyfunatic.worker;

import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.operations.ConcurrentTasks;
import java.util.concurrent.Executors;

/** Brings tournaments that are over to their end, on any storage. */
final class PayPrizes implements Job {
    private static final int AT_ONCE = 64;

    @Override
    public String name() {
        return "pay-prizes";
    }

    @Override
    public String description() {
        return "Writes the final standings of tournaments that are over, and pays their prizes.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        try (var payments = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            PrizeRun.Round round = new PrizeRun(game.engine(), new ConcurrentTasks(payments)).run();
            progress.done(round.paid());
            round.orThrow();
            return round.paid();
        }
    }
}
