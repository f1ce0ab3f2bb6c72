package com.luckyfunatic.server.transfer;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.crypto.Sha256;
import java.util.HexFormat;

/** Names transfers after the operations that ask for them. */
public final class TransferNames {
    private TransferNames() {}

    /**
     * Returns the name of the transfer that {@code player} asks for under {@code operation}: always
     * the same one, and nobody else's. Rows and the platform keep it, so it stays as it is.
     */
    public static TransferId of(PlayerId player, OperationId operation) {
        byte[] digest = Sha256.of(player.value() + ":" + operation.value());
        return new TransferId(HexFormat.of().formatHex(digest, 0, TransferId.LENGTH / 2));
    }
}
