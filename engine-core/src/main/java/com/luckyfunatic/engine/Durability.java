package com.luckyfunatic.engine;

/** When a change is answered; part of the contract of each command. */
public enum Durability {
    /** Answered once the hot store holds it; survives the death of the process. */
    SOFT,
    /** Answered only when committed to the durable store; survives everything promised. */
    HARD;

    /** Returns the stronger of the two. */
    public Durability and(Durability other) {
        return this == HARD ? HARD : other;
    }
}
