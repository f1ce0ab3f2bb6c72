package com.luckyfunatic.engine.tournament;

import java.util.Locale;

/** What a tournament is at a moment, as players are told. */
public enum TournamentPhase {
    /** It is being prepared. */
    DRAFT,
    /** It is announced and does not take entries yet. */
    SCHEDULED,
    /** It takes entries and scores. */
    OPEN,
    /**
     * It takes no entries; scores of runs that were started before the end may come for a while.
     */
    CLOSING,
    /** Its standings are fixed. */
    RANKED,
    /** Its prizes are being paid. */
    PAYING,
    /** Its prizes are paid. */
    DONE,
    /** It does not take place. */
    CANCELLED;

    /**
     * Returns what a tournament in {@code stage} with {@code definition} is at {@code nowMillis}.
     */
    public static TournamentPhase of(
            TournamentStage stage, TournamentDefinition definition, long nowMillis) {
        return switch (stage) {
            case DRAFT -> DRAFT;
            case PUBLISHED -> {
                if (nowMillis < definition.opensAtMillis()) {
                    yield SCHEDULED;
                }
                yield nowMillis < definition.closesAtMillis() ? OPEN : CLOSING;
            }
            case RANKED -> RANKED;
            case PAYING -> PAYING;
            case DONE -> DONE;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Returns in which stage a tournament is that is this. */
    public TournamentStage stage() {
        return switch (this) {
            case DRAFT -> TournamentStage.DRAFT;
            case SCHEDULED, OPEN, CLOSING -> TournamentStage.PUBLISHED;
            case RANKED -> TournamentStage.RANKED;
            case PAYING -> TournamentStage.PAYING;
            case DONE -> TournamentStage.DONE;
            case CANCELLED -> TournamentStage.CANCELLED;
        };
    }

    /** The stable snake_case word that callers branch on. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
