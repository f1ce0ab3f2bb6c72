package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transfers to the platform, and how far each has come. Rows stay for ever.
 *
 * <p>Each call is one atomic step, safe from everything but the loss of the store when it returns.
 * A call that failed may have been carried out; it may be repeated. Thread-safe; every method
 * throws {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface TransferOutbox {
    /** Adds a row, unless its transfer has one, however far that has come. */
    void add(OutgoingTransfer row);

    /** Returns the row of a transfer. */
    Optional<OutgoingTransfer> find(TransferId transfer);

    /**
     * Replaces a row if nobody has replaced it before: its fence is still that of {@code seen}.
     *
     * @param seen the row as it was read
     * @param next the same transfer with a fence that was drawn for this change
     * @return whether the row is {@code next} by this change; the same change again is told so too
     */
    boolean replace(OutgoingTransfer seen, OutgoingTransfer next);

    /**
     * Returns up to {@code limit} rows that are due at {@code nowMillis}, longest due first.
     *
     * @param nowMillis epoch milliseconds, less than {@link OutgoingTransfer#NEVER}
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<OutgoingTransfer> due(long nowMillis, int limit);

    /**
     * Returns the transfers of {@code player}, latest first; those of one moment by id, greatest
     * first.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<OutgoingTransfer> ofPlayer(PlayerId player, @Nullable Position after, int limit);

    /**
     * Returns all players' transfers that have come to {@code step}, earliest first; those of one
     * moment by id, smallest first.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit);

    /** A place in a list of transfers. */
    record Position(long atMillis, TransferId transfer) {
        /** Returns the place of {@code row}. */
        public static Position of(OutgoingTransfer row) {
            return new Position(row.transfer().atMillis(), row.transfer().id());
        }
    }
}
