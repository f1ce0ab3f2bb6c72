package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;

/** Names of transfers, made of player and operation as servers do it, but readable. */
final class TransferNames {
    private TransferNames() {}

    /** Always the same for one operation of one player; others get others, as good as surely. */
    static TransferId of(PlayerId player, OperationId operation) {
        String name = operation.value();
        return new TransferId(
                "%08x%016x%08x".formatted(name.hashCode(), player.value(), name.length()));
    }
}
