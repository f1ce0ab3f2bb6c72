package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.server.transfer.TransferLists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to the platform that a plan is about.
 *
 * @param transferId its name
 * @param accountId to which account it goes
 * @param itemId which item
 * @param count how many
 * @param status {@code pending}, {@code sent}, {@code unknown}, {@code confirmed} or {@code failed}
 * @param givenBack whether the player has it again
 * @param sends how often it was sent
 * @param reason what was last said against it, or decided; null for nothing
 * @param requestedAt when it left the player
 * @param dueAt when it is taken care of next; null when it is over
 */
@Schema(
        example =
                """
                {"transferId": "9b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d", "accountId": "funtico-20931",
                "itemId": "brass_gear", "count": 3, "status": "unknown", "givenBack": false,
                "sends": 1, "reason": "status 500", "requestedAt": "2026-11-22T15:00:00.123Z",
                "dueAt": "2026-11-22T15:10:00.123Z"}
                """)
record PlannedTransferView(
        String transferId,
        String accountId,
        String itemId,
        int count,
        String status,
        boolean givenBack,
        int sends,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant dueAt) {
    static PlannedTransferView of(OutgoingTransfer row) {
        Transfer transfer = row.transfer();
        return new PlannedTransferView(
                transfer.id().value(),
                transfer.account().value(),
                transfer.item().value(),
                transfer.count(),
                TransferLists.word(row.step()),
                row.isGivenBack(),
                row.sends(),
                row.reason(),
                Instant.ofEpochMilli(transfer.atMillis()),
                row.dueAtMillis() == OutgoingTransfer.NEVER
                        ? null
                        : Instant.ofEpochMilli(row.dueAtMillis()));
    }

    /** Returns it in a few words. */
    String words() {
        return "transfer " + status + (givenBack ? ", given back" : "");
    }
}
