package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.GameEvent;
import java.util.List;

/** What happened to special cards. */
public sealed interface ForgeEvent extends GameEvent {
    /** A special card was forged for the {@code count}-th time. */
    record SpecialCardForged(SpecialCardId card, int count, List<Ingredient> consumed, long jokers)
            implements ForgeEvent {
        /** Copies the list. */
        public SpecialCardForged {
            consumed = List.copyOf(consumed);
        }

        @Override
        public long jokersDelta() {
            return -jokers;
        }
    }
}
