package com.luckyfunatic.engine;

/** Who causes a change: named in the audit. */
public sealed interface Actor {
    /** The player, about their own game. */
    enum Player implements Actor {
        /** The only value. */
        SELF
    }

    /** The engine itself: follow-ups and jobs. */
    record Job(String name) implements Actor {}

    /** A person of the operating staff. */
    record Operator(String name) implements Actor {}
}
