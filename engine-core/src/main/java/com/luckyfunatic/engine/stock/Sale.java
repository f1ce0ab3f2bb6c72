package com.luckyfunatic.engine.stock;

import com.luckyfunatic.engine.Answer;

/** What came of a purchase from stock. */
public sealed interface Sale {
    /**
     * The player's command was decided, now or when it was first sent. Accepted: the pieces are
     * sold. Otherwise none is.
     */
    record Decided(Answer answer) implements Sale {}

    /**
     * There are not so many pieces. The player's command was not tried and nothing is known of the
     * operation, so that it may be tried again under the same id.
     *
     * @param left how many could be reserved
     */
    record SoldOut(long left) implements Sale {}
}
