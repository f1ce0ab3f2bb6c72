package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * What of a player's state a quest can count: derived from what other features keep, so that
 * nothing has to be told when it changes.
 *
 * <p>A new one is a constant here, a line in {@link #of} and a word in the catalog's schema.
 */
public enum QuestCounter {
    /** Accepted taps. */
    TAPS(true),
    /** Lifetime funz earned. */
    FUNZ_EARNED(true),
    /** The rank reached. */
    RANK(false),
    /** Different cards owned now. */
    CARDS(false),
    /** Invited players. */
    FRIENDS(true),
    /** Special cards forged. */
    FORGED(true),
    /** Stories completed at some moment. */
    STORIES(true),
    /** What was bought in the store, each one counted. */
    PURCHASES(true),
    /** Tournaments entered. */
    TOURNAMENTS(true),
    /**
     * Days in a row on which the daily bonus was claimed; 0 once a day has passed without. What was
     * reached is recorded with the claim, and so is not lost by a day that is missed later.
     */
    STREAK(false);

    private final boolean onlyGrows;

    QuestCounter(boolean onlyGrows) {
        this.onlyGrows = onlyGrows;
    }

    /** Returns whether it only grows, so that what a day adds to it means something. */
    public boolean onlyGrows() {
        return onlyGrows;
    }

    /** Returns where it stands at a moment. */
    long of(PlayerState state, long nowMillis) {
        return switch (this) {
            case TAPS -> state.tap().taps();
            case FUNZ_EARNED -> state.wallet().funzEarned();
            case RANK -> state.rank().rank();
            case CARDS -> state.cards().owned().size();
            case FRIENDS -> state.referral().friends();
            case FORGED -> state.forge().cards().stream().mapToLong(ForgedCard::count).sum();
            case STORIES -> state.stories().completed().size();
            case PURCHASES -> state.store().bought();
            case TOURNAMENTS -> state.tournaments().entered();
            case STREAK -> state.bonus().streakOn(Days.epochDay(nowMillis));
        };
    }
}
