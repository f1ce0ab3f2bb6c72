package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.storage.mysql.SnapshotWrite.Standing;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the tests store; ids are unique within the JVM. */
final class Rows {
    static final long AT = 1_790_000_000_000L;

    private static final AtomicLong NEXT = new AtomicLong(1_000);

    private Rows() {}

    static PlayerId newPlayer() {
        return new PlayerId(NEXT.incrementAndGet());
    }

    static OperationId newOperation() {
        return new OperationId("op-" + NEXT.incrementAndGet());
    }

    static long newChange() {
        return NEXT.incrementAndGet();
    }

    static SnapshotWrite snapshot(PlayerId player, long epoch, long sequence) {
        return SnapshotWrite.of(
                new Snapshot(player, epoch, sequence, 1, AT + sequence, 1, state(epoch, sequence)),
                null);
    }

    static SnapshotWrite snapshot(PlayerId player, long epoch, long sequence, long funzEarned) {
        return SnapshotWrite.of(
                snapshot(player, epoch, sequence).snapshot(), new Standing(funzEarned, 3));
    }

    static String state(long epoch, long sequence) {
        return "{\"epoch\":" + epoch + ",\"sequence\":" + sequence + ",\"name\":\"Zoë 🦊\"}";
    }

    static StoredOperation operation(PlayerId player, OperationId id, long sequence) {
        return operation(player, id, newChange(), sequence, true);
    }

    static StoredOperation operation(
            PlayerId player, OperationId id, long changeId, long sequence, boolean lasting) {
        return new StoredOperation(
                player,
                id,
                changeId,
                sequence,
                "0123456789abcdef0123456789abcdef",
                "{\"answer\":" + changeId + "}",
                state(1, sequence),
                AT,
                lasting);
    }

    static HardChange change(PlayerId player, OperationId id, long epoch, long sequence) {
        return new HardChange(
                snapshot(player, epoch, sequence), operation(player, id, sequence), List.of());
    }

    static HardChange withFollowUp(HardChange change, FollowUp followUp) {
        return new HardChange(
                change.snapshot(), change.operation(), List.of(new CalledFor(followUp, AT)));
    }

    /** A change of {@code player} that was not archived before his snapshot is written. */
    static ArchiveBatch unarchived(StoredOperation operation, FollowUp followUp) {
        return new ArchiveBatch(
                1,
                1,
                operation.player() + "/1-0",
                "1-0",
                AT,
                1,
                List.of(operation.player() + " 1 1 " + operation.sequence() + " 7\nthe change"),
                List.of(operation),
                List.of(new CalledFor(followUp, AT)));
    }

    static FollowUp followUp(PlayerId player, OperationId id) {
        return new FollowUp(player, id, new RewardReferral(newPlayer(), false));
    }
}
