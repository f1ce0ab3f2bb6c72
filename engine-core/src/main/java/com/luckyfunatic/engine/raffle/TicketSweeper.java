package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.Raffles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Settles purchases of tickets that were interrupted between the charge and the confirmation, or
 * before.
 *
 * <p>It sends the player's command once more, under its operation id, at a moment when it can only
 * be refused. So it learns the first answer if there is one; if there is none, the refusal becomes
 * the first answer in the same atomic step, and whoever was slow gets it too. Only then does it
 * confirm or release. It needs no content: no rule decides anything here.
 *
 * <p>Any number of them may run at once, and along with the purchases. Thread-safe; calls block on
 * the storage.
 */
public final class TicketSweeper {
    /**
     * How long it waits after the end of a reservation: longer than a call may be on its way, so
     * that even a refusal that is lost with a hot store meets nobody who still believes to be in
     * time.
     */
    public static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Actor SWEEPER = new Actor.Job("ticket-sweeper");

    private static final CommandHandler TOO_LATE =
            (_, envelope) ->
                    new Handled(
                            Answer.refused(
                                    new StockRefusal.ReservationExpired(
                                            envelope.decideBeforeMillis()),
                                    envelope.nowMillis()),
                            null);

    private final PlayerStore players;
    private final Raffles raffles;
    private final InstantSource clock;

    /** Settles what {@code raffles} holds too long by {@code clock}, for {@code players}. */
    public TicketSweeper(PlayerStore players, Raffles raffles, InstantSource clock) {
        this.players = players;
        this.raffles = raffles;
        this.clock = clock;
    }

    /** Settles what {@code storage} holds too long by {@code clock}. */
    public TicketSweeper(GameStorage storage, InstantSource clock) {
        this(storage.players(), storage.raffles(), clock);
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
        long ended = now - MARGIN.toMillis();
        int settled = 0;
        RuntimeException failure = null;
        List<TicketReservation> page = raffles.held(ended, null, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (TicketReservation each : page) {
                try {
                    settle(each, now);
                    settled++;
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            page = raffles.held(ended, page.getLast(), Page.LIMIT_MAX);
        }
        if (failure != null) {
            throw failure;
        }
        return settled;
    }

    private void settle(TicketReservation held, long nowMillis) {
        Answer answer =
                players.execute(
                        new CommandEnvelope(
                                held.player(),
                                held.operationId(),
                                nowMillis,
                                SWEEPER,
                                held.command(),
                                held.untilMillis()),
                        TOO_LATE);
        TicketSettlement.follow(raffles, held, TicketSettlement.firstAnswer(players, held, answer));
    }
}
