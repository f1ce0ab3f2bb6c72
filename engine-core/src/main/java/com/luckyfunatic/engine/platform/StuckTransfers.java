package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What operators decide about transfers that are stuck, each decision at most once for ever.
 *
 * <p>A row is decided about by who has seen its latest fence, as everywhere; what is returned is
 * given back under the operation that {@link TransferSender} uses, so that it comes back once
 * whoever does it. A decision is kept in the row's reason, by which a repeat knows itself again.
 * Thread-safe; calls block on the storage.
 */
public final class StuckTransfers {
    private final GameEngine engine;
    private final RandomGenerator fences;

    /**
     * Decides about transfers from the players of {@code engine}.
     *
     * @param fences thread-safe, and gives numbers that nobody else's gives
     */
    public StuckTransfers(GameEngine engine, RandomGenerator fences) {
        this.engine = engine;
        this.fences = fences;
    }

    /** What speaks against a remedy. */
    public enum Objection {
        /** It is none for a transfer that has come so far. */
        WRONG_STEP,

        /** What was sent may still arrive. */
        UNSETTLED
    }

    /**
     * Returns what speaks against {@code remedy}; empty for nothing.
     *
     * @param nowMillis the time, epoch milliseconds
     */
    public static Optional<Objection> objection(
            OutgoingTransfer row, TransferRemedy remedy, long nowMillis) {
        boolean isRight =
                switch (remedy) {
                    // What is being sent is asked about in a minute, and what failed is over.
                    case RETRY ->
                            row.step() == TransferStep.PENDING
                                    || row.step() == TransferStep.UNKNOWN;
                    case CONFIRM -> row.step() == TransferStep.UNKNOWN;
                    case RETURN ->
                            row.step() == TransferStep.UNKNOWN
                                    || (row.step() == TransferStep.FAILED && !row.isGivenBack());
                };
        if (!isRight) {
            return Optional.of(Objection.WRONG_STEP);
        }
        boolean mayArrive =
                remedy == TransferRemedy.RETURN
                        && row.step() == TransferStep.UNKNOWN
                        && nowMillis < row.settledAtMillis();
        return mayArrive ? Optional.of(Objection.UNSETTLED) : Optional.empty();
    }

    /**
     * Returns what a remedy makes of {@code row} in the end; of {@link TransferRemedy#RETRY}, what
     * it makes of it before the platform has its say.
     *
     * @param decision its name, up to {@value OutgoingTransfer#DECISION_LENGTH_MAX} characters
     * @param nowMillis the time, epoch milliseconds
     */
    public static OutgoingTransfer outcome(
            OutgoingTransfer row, TransferRemedy remedy, String decision, long nowMillis) {
        OutgoingTransfer next = next(row, remedy, decision, nowMillis, row.fence());
        return remedy == TransferRemedy.RETURN ? next.givenBack(row.fence()) : next;
    }

    private static OutgoingTransfer next(
            OutgoingTransfer row,
            TransferRemedy remedy,
            String decision,
            long nowMillis,
            long fence) {
        return switch (remedy) {
            case RETRY -> row.dueNow(nowMillis, fence);
            case CONFIRM -> row.confirmedBy(decision, fence);
            case RETURN -> row.returnedBy(decision, nowMillis, fence);
        };
    }

    /**
     * Carries a decision out. What is returned and cannot be given back now is given back by {@link
     * TransferSender}, or by the same call again.
     *
     * @param seen what it was decided for
     * @param decision its name, up to {@value OutgoingTransfer#DECISION_LENGTH_MAX} characters,
     *     printable ASCII without a semicolon
     * @return the transfer afterwards; empty when there is none, or it has changed since it was
     *     seen, and nothing was done
     */
    public Optional<OutgoingTransfer> settle(
            TransferId id, TransferRemedy remedy, TransferBasis seen, String decision) {
        while (true) {
            Optional<OutgoingTransfer> found = outbox().find(id);
            if (found.isEmpty()) {
                return found;
            }
            OutgoingTransfer row = found.get();
            if (row.isDecidedBy(remedy, decision)) {
                return Optional.of(finished(row));
            }
            long now = engine.clock().millis();
            if (!TransferBasis.of(row).equals(seen) || objection(row, remedy, now).isPresent()) {
                return Optional.empty();
            }
            OutgoingTransfer next = next(row, remedy, decision, now, fences.nextLong());
            if (outbox().replace(row, next)) {
                return Optional.of(finished(next));
            }
        }
    }

    private OutgoingTransfer finished(OutgoingTransfer row) {
        if (row.step() != TransferStep.FAILED || row.isGivenBack()) {
            return row;
        }
        TransferReturn.execute(engine, row.transfer());
        OutgoingTransfer last = row;
        // Somebody may have noted something in the row, or given back the same; it is given back.
        while (!last.isGivenBack()) {
            OutgoingTransfer done = last.givenBack(fences.nextLong());
            last = outbox().replace(last, done) ? done : reread(last);
        }
        return last;
    }

    private OutgoingTransfer reread(OutgoingTransfer row) {
        return outbox().find(row.transfer().id()).orElse(row);
    }

    private TransferOutbox outbox() {
        return engine.storage().transferOutbox();
    }
}
