package com.luckyfunatic.server.transfer;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names transfers after the operations that ask for them. */
public final class TransferNames {
    private TransferNames() {}

    /**
     * Returns the name of the transfer that {@code player} asks for under {@code operation}: always
     * the same one, and nobody else's. Rows and the platform keep it, so it stays as it is.
     */
    public static TransferId of(PlayerId player, OperationId operation) {
        String source = player.value() + ":" + operation.value();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(source.getBytes(StandardCharsets.US_ASCII));
            return new TransferId(HexFormat.of().formatHex(digest, 0, TransferId.LENGTH / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
