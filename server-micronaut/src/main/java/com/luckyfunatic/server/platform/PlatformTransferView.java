package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.server.transfer.TransferLists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer, as the platform sees it.
 *
 * @param transferId its name
 * @param playerId whose it was
 * @param accountId to which account it goes
 * @param itemId which item
 * @param count how many
 * @param status {@code pending}, {@code sent}, {@code unknown}, {@code confirmed} or {@code failed}
 * @param givenBack whether the player has it again
 * @param sends how often it was sent
 * @param reason what was last said against it; null for nothing
 * @param requestedAt when it left the player
 */
@Schema(
        example =
                """
                {"transferId": "9b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d",
                "playerId": "184467440737095516", "accountId": "funtico-20931",
                "itemId": "brass_gear", "count": 3, "status": "unknown", "givenBack": false,
                "sends": 1, "reason": "status 500", "requestedAt": "2026-11-22T15:00:00.123Z"}
                """)
public record PlatformTransferView(
        String transferId,
        String playerId,
        String accountId,
        String itemId,
        int count,
        String status,
        boolean givenBack,
        int sends,
        @Nullable String reason,
        Instant requestedAt) {
    /** Shows {@code row}. */
    public static PlatformTransferView of(OutgoingTransfer row) {
        Transfer transfer = row.transfer();
        return new PlatformTransferView(
                transfer.id().value(),
                transfer.player().toString(),
                transfer.account().value(),
                transfer.item().value(),
                transfer.count(),
                TransferLists.word(row.step()),
                row.isGivenBack(),
                row.sends(),
                row.reason(),
                Instant.ofEpochMilli(transfer.atMillis()));
    }
}
