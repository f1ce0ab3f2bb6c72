package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.id.Identifiers;
import com.luckyfunatic.engine.id.TextId;

/** The name of a raffle: one draw, not the series that it may belong to. */
public record RaffleId(String value) implements TextId {
    /** The most characters: the names of the operations that pay its prizes hold it. */
    public static final int LENGTH_MAX = 48;

    /** Checks the shape. */
    public RaffleId {
        Identifiers.require("a raffle id", value);
        if (value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a raffle id has at most " + LENGTH_MAX + " characters");
        }
    }

    /** Returns the operation that pays the prize of {@code place} to its winner. */
    public OperationId prizeOperation(int place) {
        return OperationId.own("raffle:" + value + ":" + place);
    }

    /** Returns the operation that gives back what the tickets from number {@code first} on cost. */
    public OperationId refundOperation(int first) {
        return OperationId.own("ticket:" + value + ":" + first);
    }

    @Override
    public String toString() {
        return value;
    }
}
