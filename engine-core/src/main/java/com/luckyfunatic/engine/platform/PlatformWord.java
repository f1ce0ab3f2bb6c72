package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps what the platform says of transfers that others may have decided about meanwhile. What is
 * decided stays; that the platform says otherwise is noted in the row. Thread-safe.
 */
final class PlatformWord {
    private final TransferOutbox outbox;
    private final RandomGenerator fences;

    PlatformWord(TransferOutbox outbox, RandomGenerator fences) {
        this.outbox = outbox;
        this.fences = fences;
    }

    /** The platform has a transfer. Returns it afterwards; empty when there is none. */
    Optional<Transfers.Told> confirmed(TransferId id) {
        while (true) {
            Optional<OutgoingTransfer> found = outbox.find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            OutgoingTransfer row = found.get();
            boolean isFailed = row.step() == TransferStep.FAILED;
            if (row.step() == TransferStep.CONFIRMED || (isFailed && row.isContradicted())) {
                return Optional.of(new Transfers.Told(row, false));
            }
            OutgoingTransfer next =
                    isFailed
                            ? row.contradicted(fences.nextLong())
                            : row.confirmed(fences.nextLong());
            if (outbox.replace(row, next)) {
                return Optional.of(new Transfers.Told(next, isFailed));
            }
        }
    }

    /**
     * The platform has refused a transfer that somebody else has replaced meanwhile. Returns it
     * afterwards, or {@code before} if there is nothing to say of it.
     */
    OutgoingTransfer refused(OutgoingTransfer before) {
        while (true) {
            Optional<OutgoingTransfer> found = outbox.find(before.transfer().id());
            if (found.isEmpty() || !found.get().isConfirmedByDecision()) {
                return before;
            }
            OutgoingTransfer row = found.get();
            OutgoingTransfer next = row.contradicted(fences.nextLong());
            if (outbox.replace(row, next)) {
                return next;
            }
        }
    }
}
