package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.StepNumbers;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table of transfers. */
@MappedEntity("transfer")
record TransferRow(
        @Id String transferId,
        long playerId,
        String accountId,
        String itemId,
        int quantity,
        long atMillis,
        int step,
        int sends,
        int waits,
        long sentAt,
        long dueAt,
        long fence,
        @Nullable String reason) {
    static TransferRow of(OutgoingTransfer row) {
        Transfer transfer = row.transfer();
        return new TransferRow(
                transfer.id().value(),
                transfer.player().value(),
                transfer.account().value(),
                transfer.item().value(),
                transfer.count(),
                transfer.atMillis(),
                StepNumbers.number(row.step()),
                row.sends(),
                row.waits(),
                row.sentAtMillis(),
                row.dueAtMillis(),
                row.fence(),
                row.reason());
    }

    OutgoingTransfer outgoing() {
        return new OutgoingTransfer(
                new Transfer(
                        new TransferId(transferId),
                        new PlayerId(playerId),
                        new PlatformAccountId(accountId),
                        new ItemId(itemId),
                        quantity,
                        atMillis),
                StepNumbers.transferStep(step),
                sends,
                waits,
                sentAt,
                dueAt,
                fence,
                reason);
    }
}
