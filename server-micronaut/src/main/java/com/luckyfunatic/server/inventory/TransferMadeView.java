package com.luckyfunatic.server.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformResult.TransferTaken;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to a transfer: that it is on its way, and the whole game after it.
 *
 * @param transfer as it began; the list tells how far it has come
 * @param inventory what is held now
 */
@Schema(
        example =
                "{\"transfer\": "
                        + TransferView.EXAMPLE
                        + ", \"inventory\": "
                        + InventoryView.EXAMPLE
                        + ", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record TransferMadeView(
        TransferView transfer, InventoryView inventory, @JsonUnwrapped GameStateView game) {
    static TransferMadeView of(Performed taken) {
        var result = (TransferTaken) taken.result();
        return new TransferMadeView(
                TransferView.of(OutgoingTransfer.open(result.transfer())),
                InventoryView.of(taken.state(), taken.context()),
                taken.game());
    }
}
