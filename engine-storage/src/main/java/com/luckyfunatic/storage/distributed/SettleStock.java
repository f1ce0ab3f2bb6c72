package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.stock.Reservation;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Settles purchases from stock that were interrupted and are held too long. */
final class SettleStock implements StorageJob {
    private static final Duration REST = Duration.ofSeconds(5);

    private final HoldSweeper<Reservation> sweeper;
    private final StorageWork work;

    SettleStock(HoldSweeper<Reservation> sweeper, StorageWork work) {
        this.sweeper = sweeper;
        this.work = work;
    }

    @Override
    public JobKind kind() {
        return JobKind.SETTLE_STOCK;
    }

    @Override
    public int shares() {
        return 1;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public boolean work(int share) {
        sweep();
        return false;
    }

    /** What is not held too long yet stays: nobody may settle it for its owner. */
    @Override
    public long finish(LongConsumer progress) {
        int settled = sweep();
        progress.accept(settled);
        return settled;
    }

    private int sweep() {
        int settled = sweeper.sweep();
        work.stockSettled(settled);
        return settled;
    }
}
