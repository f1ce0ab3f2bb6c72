package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a tournament that a player has, or wanted.
 *
 * @param tournament of which tournament
 * @param player who enters
 * @param operationId the player's name for the entry; there is one for it, for ever
 * @param number which entry of the tournament it is, 1 for the first; 0 before it is known
 * @param currency what it is paid in
 * @param fee what it costs
 * @param atMillis when the player asked for it, epoch milliseconds
 * @param untilMillis from this moment on the payment is refused if it was not decided before, epoch
 *     milliseconds
 * @param step what has become of it
 * @param disqualification why the player is out of the tournament; null for one who is not
 */
public record TournamentEntry(
        TournamentId tournament,
        PlayerId player,
        OperationId operationId,
        long number,
        Currency currency,
        long fee,
        long atMillis,
        long untilMillis,
        EntryStep step,
        @Nullable Disqualification disqualification)
        implements Hold {
    /** Checks the ranges. */
    public TournamentEntry {
        Amounts.require("number", number);
        Amounts.require("fee", fee);
        Amounts.require("atMillis", atMillis);
    }

    /** An entry that is asked for. */
    public static TournamentEntry wanted(
            TournamentDefinition tournament,
            PlayerId player,
            OperationId operationId,
            long atMillis,
            long untilMillis) {
        return new TournamentEntry(
                tournament.id(),
                player,
                operationId,
                0,
                tournament.currency(),
                tournament.entryFee(),
                atMillis,
                untilMillis,
                EntryStep.HELD,
                null);
    }

    @Override
    public TournamentCommand.Enter payment() {
        return new TournamentCommand.Enter(tournament, currency, fee);
    }

    @Override
    public boolean isReleased() {
        return step == EntryStep.RELEASED;
    }

    /** Returns it with its number. */
    public TournamentEntry numbered(long newNumber) {
        return new TournamentEntry(
                tournament,
                player,
                operationId,
                newNumber,
                currency,
                fee,
                atMillis,
                untilMillis,
                step,
                disqualification);
    }

    /** Returns it as it is in {@code next}. */
    public TournamentEntry in(EntryStep next) {
        return new TournamentEntry(
                tournament,
                player,
                operationId,
                number,
                currency,
                fee,
                atMillis,
                untilMillis,
                next,
                disqualification);
    }

    /** Returns it with what its player is out for; null for nothing. */
    public TournamentEntry with(@Nullable Disqualification out) {
        return new TournamentEntry(
                tournament,
                player,
                operationId,
                number,
                currency,
                fee,
                atMillis,
                untilMillis,
                step,
                out);
    }
}
