package com.luckyfunatic.engine.quest;

/** Kinds of things that happen outside the game and that somebody trusted confirms. */
public enum ExternalKind {
    /** The player has proven to own a wallet. */
    WALLET_CONNECTED(false),
    /** The player has chosen an exchange. */
    EXCHANGE_CHOSEN(false),
    /** The player has joined a channel, which the target names. */
    CHANNEL_JOINED(true);

    private final boolean hasTarget;

    ExternalKind(boolean hasTarget) {
        this.hasTarget = hasTarget;
    }

    /** Returns whether there are several of the kind, told apart by a target. */
    public boolean hasTarget() {
        return hasTarget;
    }
}
