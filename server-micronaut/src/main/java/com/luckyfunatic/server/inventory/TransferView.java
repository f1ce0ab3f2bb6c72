package com.luckyfunatic.server.inventory;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.server.transfer.TransferLists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A transfer, as its player sees it.
 *
 * @param transferId its name
 * @param accountId the account on the platform
 * @param itemId which item
 * @param count how many
 * @param status {@code pending}, {@code sent}, {@code unknown}, {@code confirmed} or {@code failed}
 * @param givenBack whether the platform refused it and the player has it again
 * @param requestedAt when it left the player
 */
@Schema(example = TransferView.EXAMPLE)
public record TransferView(
        String transferId,
        String accountId,
        String itemId,
        int count,
        String status,
        boolean givenBack,
        Instant requestedAt) {
    static final String EXAMPLE =
            "{\"transferId\": \"9b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d\", \"accountId\":"
                    + " \"funtico-20931\", \"itemId\": \"brass_gear\", \"count\": 3, \"status\":"
                    + " \"pending\", \"givenBack\": false, \"requestedAt\":"
                    + " \"2026-11-22T15:00:00.123Z\"}";

    static TransferView of(OutgoingTransfer row) {
        Transfer transfer = row.transfer();
        return new TransferView(
                transfer.id().value(),
                transfer.account().value(),
                transfer.item().value(),
                transfer.count(),
                TransferLists.word(row.step()),
                row.isGivenBack(),
                Instant.ofEpochMilli(transfer.atMillis()));
    }
}
