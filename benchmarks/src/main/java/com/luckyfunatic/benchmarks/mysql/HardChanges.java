package com.luckyfunatic.benchmarks.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.HardChange;
import com.luckyfunatic.storage.mysql.Snapshot;
import com.luckyfunatic.storage.mysql.SnapshotWrite;
import com.luckyfunatic.storage.mysql.StoredOperation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes hard changes of the size of a purchase: about 2 KB of state and 200 bytes of answer. */
final class HardChanges {
    private static final long FIRST_PLAYER = 1_000_000;
    private static final long AT_MILLIS = 1_790_000_000_000L;
    private static final String STATE = "{\"state\":\"" + "s".repeat(2_000) + "\"}";
    private static final String ANSWER = "{\"answer\":\"" + "a".repeat(200) + "\"}";
    private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";

    private final AtomicLong next;

    /** Changes with ids above {@code greatestId}. */
    HardChanges(long greatestId) {
        next = new AtomicLong(Math.max(greatestId, System.currentTimeMillis() << 20));
    }

    static PlayerId player(int index) {
        return new PlayerId(FIRST_PLAYER + index);
    }

    /** Returns a new change of the player with the number {@code index}. */
    HardChange next(int index, long epoch) {
        PlayerId player = player(index);
        long id = next.incrementAndGet();
        Snapshot snapshot = new Snapshot(player, epoch, id, 1, AT_MILLIS, 1, STATE);
        StoredOperation operation =
                new StoredOperation(
                        player,
                        new OperationId("buy-" + id),
                        id,
                        id,
                        FINGERPRINT,
                        ANSWER,
                        STATE,
                        AT_MILLIS,
                        true);
        return new HardChange(SnapshotWrite.of(snapshot, null), operation, List.of());
    }
}
