package com.luckyfunatic.engine.hold;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Settles payments that were interrupted between the charge and the last step, or before.
 *
 * <p>It sends the player's command once more, under its operation id, at a moment when it can only
 * be refused. So it learns the first answer if there is one; if there is none, the refusal becomes
 * the first answer in the same atomic step, and whoever was slow gets it too. Only then does the
 * hold follow. It needs no content: no rule decides anything here.
 *
 * <p>Any number of them may run at once, and along with the payments. Thread-safe; calls block on
 * the storage.
 */
public final class HoldSweeper<H extends Hold> {
    /**
     * How long it waits after the end of a hold: longer than a call may be on its way, so that even
     * a refusal that is lost with a hot store meets nobody who still believes to be in time.
     */
    public static final Duration MARGIN = Duration.ofSeconds(30);

    private static final CommandHandler TOO_LATE =
            (_, envelope) ->
                    new Handled(
                            Answer.refused(
                                    new StockRefusal.ReservationExpired(
                                            envelope.decideBeforeMillis()),
                                    envelope.nowMillis()),
                            null);

    private final PlayerStore players;
    private final Holds<H> holds;
    private final Actor actor;
    private final InstantSource clock;

    /**
     * Settles what {@code holds} keeps too long by {@code clock}, for {@code players}.
     *
     * @param name under which it sends commands
     */
    public HoldSweeper(PlayerStore players, Holds<H> holds, InstantSource clock, String name) {
        this.players = players;
        this.holds = holds;
        this.clock = clock;
        actor = new Actor.Job(name);
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
        List<H> page = holds.overdue(ended, null, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (H each : page) {
                try {
                    settle(each, now);
                    settled++;
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            page = holds.overdue(ended, page.getLast(), Page.LIMIT_MAX);
        }
        if (failure != null) {
            throw failure;
        }
        return settled;
    }

    private void settle(H held, long nowMillis) {
        Answer answer =
                players.execute(
                        new CommandEnvelope(
                                held.player(),
                                held.operationId(),
                                nowMillis,
                                actor,
                                held.payment(),
                                held.untilMillis()),
                        TOO_LATE);
        HoldSettlement.follow(holds, held, HoldSettlement.firstAnswer(players, held, answer));
    }
}
