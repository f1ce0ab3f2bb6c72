package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.codec.StepNumbers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code transfer}. Every transaction may be done twice: a change that finds its own
 * fence was done. Thread-safe.
 */
final class MySqlTransferOutbox implements TransferOutbox {
    private final Transactions transactions;
    private final TransferRepository transfers;

    MySqlTransferOutbox(Transactions transactions, TransferRepository transfers) {
        this.transactions = transactions;
        this.transfers = transfers;
    }

    @Override
    public void add(OutgoingTransfer row) {
        transactions.runVoid(_ -> transfers.insertIfAbsent(TransferRow.of(row)));
    }

    @Override
    public Optional<OutgoingTransfer> find(TransferId transfer) {
        return transactions.run(
                _ -> transfers.findByTransferId(transfer.value()).map(TransferRow::outgoing));
    }

    @Override
    public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
        return transactions.run(_ ->
                replaced(seen, TransferRow.of(next))
                        || transfers
                                .findByTransferId(seen.transfer().id().value())
                                .filter(now -> now.fence() == next.fence())
                                .isPresent());
    }

    @Override
    public List<OutgoingTransfer> due(long nowMillis, int limit) {
        Page.requireLimit(limit);
        return transactions.run(_ -> outgoing(transfers.due(nowMillis, limit)));
    }

    @Override
    public Page<OutgoingTransfer> ofPlayer(PlayerId player, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        long at = after == null ? Long.MAX_VALUE : after.atMillis();
        return transactions.run(_ ->
                Page.ofOneMore(
                        outgoing(transfers.ofPlayer(player.value(), at, id(after), limit + 1)),
                        limit));
    }

    @Override
    public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        long at = after == null ? Long.MIN_VALUE : after.atMillis();
        return transactions.run(_ ->
                Page.ofOneMore(
                        outgoing(transfers.at(StepNumbers.number(step), at, id(after), limit + 1)),
                        limit));
    }

    private boolean replaced(OutgoingTransfer seen, TransferRow next) {
        int rows =
                transfers.replace(
                        next.transferId(),
                        seen.fence(),
                        next.step(),
                        next.sends(),
                        next.waits(),
                        next.sentAt(),
                        next.dueAt(),
                        next.fence(),
                        next.reason());
        return rows == 1;
    }

    private static String id(@Nullable Position position) {
        return position == null ? "" : position.transfer().value();
    }

    private static List<OutgoingTransfer> outgoing(List<TransferRow> rows) {
        return rows.stream().map(TransferRow::outgoing).toList();
    }
}
