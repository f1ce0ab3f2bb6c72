package com.luckyfunatic.engine.hold;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.time.Duration;

/**
 * A part of what belongs to all players, held for one of them until a command of that player has
 * paid for it or cannot any more: pieces of a supply, tickets, a seat. Immutable.
 */
public interface Hold {
    /**
     * How long something is held for a payment under way: far longer than any answer takes, so that
     * whoever repeats after a failure still finds it.
     */
    Duration TIME = Duration.ofMinutes(1);

    /** Returns who pays. */
    PlayerId player();

    /** Returns the player's name for the payment; there is one hold for it, for ever. */
    OperationId operationId();

    /** Returns the command that pays, which is carried out under the operation id. */
    Command payment();

    /**
     * Returns from which moment on the payment is refused if it was not decided before, epoch
     * milliseconds.
     */
    long untilMillis();

    /** Returns whether it was given back. */
    boolean isReleased();
}
