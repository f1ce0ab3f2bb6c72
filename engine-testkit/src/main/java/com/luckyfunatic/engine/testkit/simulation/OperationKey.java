package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;

/** An operation of a player. */
record OperationKey(PlayerId player, OperationId operation) {
    @Override
    public String toString() {
        return operation + " of " + player;
    }
}
