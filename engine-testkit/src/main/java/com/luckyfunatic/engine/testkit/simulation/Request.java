package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;

/** What a player wants, each time under the same operation id. */
record Request(PlayerId player, OperationId operation, Command command) {
    OperationKey key() {
        return new OperationKey(player, operation);
    }
}
