package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.amount.Amounts;

/**
 * A tournament as it is stored.
 *
 * @param definition what somebody has decided about it
 * @param stage how far somebody has brought it
 * @param version how often its definition or its stage was set, 1 for a new one; entries do not
 *     change it
 * @param lastNumber the number of the latest entry that was asked for; 0 for none
 * @param held entries that are held for players who are just paying
 * @param entered entries that were paid for, given back or not
 * @param refunded how many of these were given back
 * @param collected what was paid for all of {@code entered} together, given back or not
 */
public record Tournament(
        TournamentDefinition definition,
        TournamentStage stage,
        long version,
        long lastNumber,
        long held,
        long entered,
        long refunded,
        long collected) {
    /** Checks the ranges. */
    public Tournament {
        Amounts.require("lastNumber", lastNumber);
        Amounts.require("held", held);
        Amounts.require("entered", entered);
        Amounts.require("refunded", refunded);
        Amounts.require("collected", collected);
    }

    /** Returns a new one that nobody has entered. */
    public static Tournament draft(TournamentDefinition definition) {
        return new Tournament(definition, TournamentStage.DRAFT, 1, 0, 0, 0, 0, 0);
    }

    /** Returns its name. */
    public TournamentId id() {
        return definition.id();
    }

    /** Returns what it is at {@code nowMillis}. */
    public TournamentPhase phase(long nowMillis) {
        return TournamentPhase.of(stage, definition, nowMillis);
    }

    /** Returns whether it takes entries at {@code nowMillis}. */
    public boolean isOpen(long nowMillis) {
        return phase(nowMillis) == TournamentPhase.OPEN;
    }

    /**
     * Returns whether its standings can be fixed at {@code nowMillis}: no score can come any more,
     * and nobody is just paying for an entry.
     */
    public boolean isOver(long nowMillis) {
        return stage == TournamentStage.PUBLISHED
                && nowMillis > definition.endsAtMillis()
                && held == 0;
    }

    /** Returns how many entries can still be had; {@link Long#MAX_VALUE} without a limit. */
    public long seatsLeft() {
        return definition.isLimited()
                ? Math.max(0, definition.seats() - held - entered)
                : Long.MAX_VALUE;
    }

    /** Returns where it stands among others. */
    public TournamentPlace place() {
        return new TournamentPlace(definition.closesAtMillis(), id());
    }

    /** Returns it as it is in {@code next}, one version on. */
    public Tournament in(TournamentStage next) {
        return new Tournament(
                definition, next, version + 1, lastNumber, held, entered, refunded, collected);
    }

    /** Returns it with {@code changed}, one version on. */
    public Tournament with(TournamentDefinition changed) {
        return new Tournament(
                changed, stage, version + 1, lastNumber, held, entered, refunded, collected);
    }

    /** Returns it with one more entry held, which is number {@link #lastNumber}. */
    public Tournament holding() {
        return new Tournament(
                definition, stage, version, lastNumber + 1, held + 1, entered, refunded, collected);
    }

    /** Returns it after {@code entry}, which was in the step before, has come to {@code step}. */
    public Tournament after(TournamentEntry entry, EntryStep step) {
        boolean isPaid = step == EntryStep.CONFIRMED;
        boolean isRefunded = step == EntryStep.REFUNDED;
        return new Tournament(
                definition,
                stage,
                version,
                lastNumber,
                isRefunded ? held : held - 1,
                isPaid ? entered + 1 : entered,
                isRefunded ? refunded + 1 : refunded,
                isPaid ? collected + entry.fee() : collected);
    }
}
