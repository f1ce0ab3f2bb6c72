package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldPayments;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Tournaments;

/**
 * Lets players into tournaments: <em>hold</em> a seat, <em>charge</em> the fee by a command of the
 * player under the same operation id, then <em>confirm</em> or <em>release</em>, as the command
 * came out.
 *
 * <p>The player's operation is the one truth about an entry; the seat follows it. Whoever is
 * interrupted between the steps leaves a held seat behind, which a repeat or the {@link
 * com.luckyfunatic.engine.hold.HoldSweeper} settles by the same rule. An unknown outcome is never
 * taken for a refusal.
 *
 * <p>A tournament that is cancelled meanwhile takes nothing away from this: whoever has paid by
 * then, or pays within the hold, is confirmed and gets the fee back like all others ({@link
 * TournamentRefunds}). Thread-safe; calls block on the storage.
 */
public final class TournamentEntries {
    private final GameEngine engine;
    private final HoldPayments<TournamentEntry> payments;

    /** Lets players of {@code engine} in. */
    public TournamentEntries(GameEngine engine) {
        this.engine = engine;
        payments = new HoldPayments<>(engine, new SeatHolds(engine.storage().tournaments()));
    }

    /**
     * Enters a tournament, at most once under {@code operationId}. A seat is held only for whom the
     * rules let pay now; such a refusal leaves nothing behind, and the id may be used again.
     *
     * @param expectedFee what the player saw that it costs; any other fee is refused
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     whether the player is in is unknown then, and the same call may be repeated
     */
    public EntryOutcome enter(
            PlayerId player, OperationId operationId, TournamentId id, long expectedFee) {
        long now = engine.clock().millis();
        TournamentEntry known = tournaments().entry(player, operationId).orElse(null);
        if (known != null) {
            return repeated(known, id, expectedFee, now);
        }
        PlayerState state = engine.player(player).orElse(null);
        Tournament tournament = tournaments().find(id).orElse(null);
        if (state != null) {
            Refusal refused = TournamentRules.whyNot(tournament, id, state, expectedFee, now);
            if (refused != null) {
                return new EntryOutcome.NotAdmitted(refused);
            }
        }
        if (tournament == null) {
            return new EntryOutcome.NotAdmitted(new TournamentRefusal.UnknownTournament(id));
        }
        TournamentEntry wanted =
                TournamentEntry.wanted(
                        tournament.definition(),
                        player,
                        operationId,
                        now,
                        now + Hold.TIME.toMillis());
        Answer preview =
                engine.preview(
                        new CommandEnvelope(
                                player, operationId, now, Actor.Player.SELF, wanted.payment()));
        return preview.outcome() instanceof Outcome.Refused(Refusal poor)
                ? new EntryOutcome.NotAdmitted(poor)
                : enter(wanted, expectedFee, now);
    }

    private EntryOutcome enter(TournamentEntry wanted, long expectedFee, long now) {
        return switch (tournaments().hold(wanted)) {
            case SeatOutcome.Held(TournamentEntry held) ->
                    decided(held, payments.pay(held, now, Actor.Player.SELF));
            case SeatOutcome.Known(TournamentEntry known) ->
                    repeated(known, wanted.tournament(), expectedFee, now);
            case SeatOutcome.Unknown _ ->
                    new EntryOutcome.NotAdmitted(
                            new TournamentRefusal.UnknownTournament(wanted.tournament()));
            case SeatOutcome.NotOpen(Tournament closed) ->
                    new EntryOutcome.NotAdmitted(TournamentRefusal.notOpen(closed));
            case SeatOutcome.Disqualified _ ->
                    new EntryOutcome.NotAdmitted(
                            new TournamentRefusal.PlayerDisqualified(wanted.tournament()));
            case SeatOutcome.FeeChanged(Tournament changed) ->
                    new EntryOutcome.NotAdmitted(
                            new TournamentRefusal.TournamentFeeChanged(
                                    expectedFee, changed.definition().entryFee()));
            case SeatOutcome.LimitReached(int limit) ->
                    new EntryOutcome.NotAdmitted(new TournamentRefusal.EntryLimitReached(limit));
            case SeatOutcome.Full(Tournament full) ->
                    new EntryOutcome.NotAdmitted(
                            new TournamentRefusal.TournamentFull(full.definition().seats()));
        };
    }

    private EntryOutcome repeated(
            TournamentEntry known, TournamentId id, long expectedFee, long now) {
        if (!known.tournament().equals(id) || known.fee() != expectedFee) {
            return new EntryOutcome.OperationIdReused();
        }
        return decided(known, payments.payAgain(known, now, Actor.Player.SELF));
    }

    private EntryOutcome decided(TournamentEntry entry, Answer answer) {
        return answer.outcome() instanceof Outcome.OperationIdReused
                ? new EntryOutcome.OperationIdReused()
                : new EntryOutcome.Decided(
                        answer, tournaments().find(entry.tournament()).orElseThrow());
    }

    private Tournaments tournaments() {
        return engine.storage().tournaments();
    }
}
