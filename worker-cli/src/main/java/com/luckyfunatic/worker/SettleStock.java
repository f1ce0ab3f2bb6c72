package com.luckyfunatic.worker;

import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.storage.distributed.JobKind;

/** Settles purchases from stock that a crash has interrupted, on any storage. */
final class SettleStock implements Job {
    @Override
    public String name() {
        return JobKind.SETTLE_STOCK.word();
    }

    @Override
    public String description() {
        return JobKind.SETTLE_STOCK.description();
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        int settled = StockHolds.sweeper(game.storage(), game.engine().clock()).sweep();
        progress.done(settled);
        return settled;
    }
}
