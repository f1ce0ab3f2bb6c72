package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.stock.StockSweeper;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.Tournaments;
import java.time.InstantSource;
import java.util.List;

/**
 * Settles entries that were interrupted between the payment and the confirmation, or before, as the
 * {@link StockSweeper} settles purchases: it sends the payment once more at a moment when it can
 * only be refused, and the seat follows the first answer.
 *
 * <p>Any number of them may run at once, and along with the entries. Thread-safe; calls block on
 * the storage.
 */
public final class TournamentSweeper {
    private static final Actor SWEEPER = new Actor.Job("tournament-sweeper");

    private static final CommandHandler TOO_LATE =
            (_, envelope) ->
                    new Handled(
                            Answer.refused(
                                    new StockRefusal.ReservationExpired(
                                            envelope.decideBeforeMillis()),
                                    envelope.nowMillis()),
                            null);

    private final PlayerStore players;
    private final Tournaments tournaments;
    private final InstantSource clock;

    /** Settles what {@code storage} holds too long by {@code clock}. */
    public TournamentSweeper(GameStorage storage, InstantSource clock) {
        players = storage.players();
        tournaments = storage.tournaments();
        this.clock = clock;
    }

    /**
     * Settles everything that is held too long. One that cannot be settled now stays held and keeps
     * nothing else waiting.
     *
     * @return how many were settled
     * @throws RuntimeException what the first that failed threw, after the others were settled
     */
    public int sweep() {
        // Read once: whatever the clock does, nothing is sent at a moment before its end.
        long now = clock.millis();
        long ended = now - StockSweeper.MARGIN.toMillis();
        int settled = 0;
        RuntimeException failure = null;
        List<TournamentEntry> page = tournaments.held(ended, null, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (TournamentEntry each : page) {
                try {
                    settle(each, now);
                    settled++;
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            page = tournaments.held(ended, page.getLast(), Page.LIMIT_MAX);
        }
        if (failure != null) {
            throw failure;
        }
        return settled;
    }

    private void settle(TournamentEntry held, long nowMillis) {
        Answer answer =
                players.execute(
                        new CommandEnvelope(
                                held.player(),
                                held.operationId(),
                                nowMillis,
                                SWEEPER,
                                TournamentCommand.Enter.of(held),
                                held.untilMillis()),
                        TOO_LATE);
        EntrySettlement.follow(
                tournaments, held, EntrySettlement.firstAnswer(players, held, answer));
    }
}
