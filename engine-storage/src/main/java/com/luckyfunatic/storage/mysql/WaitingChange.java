package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.OperationRows.OperationKey;
import java.util.concurrent.CompletableFuture;

/** A hard change whose caller waits. No two are equal, even if their changes are. */
final class WaitingChange {
    private final HardChange change;
    private final long deadline;
    private final CompletableFuture<HardResult> result = new CompletableFuture<>();

    /**
     * Makes {@code change} wait until {@code deadline} at most.
     *
     * @param deadline as {@link System#nanoTime}
     */
    WaitingChange(HardChange change, long deadline) {
        this.change = change;
        this.deadline = deadline;
    }

    HardChange change() {
        return change;
    }

    long deadline() {
        return deadline;
    }

    CompletableFuture<HardResult> result() {
        return result;
    }

    PlayerId player() {
        return change.operation().player();
    }

    OperationKey key() {
        return OperationKey.of(change.operation());
    }

    Snapshot snapshot() {
        return change.snapshot().snapshot();
    }

    boolean isTooLate() {
        return System.nanoTime() - deadline >= 0;
    }
}
