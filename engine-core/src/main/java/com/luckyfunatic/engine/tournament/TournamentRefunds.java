package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.hold.RefundRound;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import java.util.List;

/**
 * Cancels tournaments, and gives everyone the fee back, once: by a command of the player under an
 * operation id made of the entry's number, which is carried out once, however often it is tried.
 * Whoever dies in between is followed by another that goes on where the entries say.
 *
 * <p>Any number of them may run at once. Thread-safe; calls block on the storage.
 */
public final class TournamentRefunds {
    private static final Actor REFUNDS = new Actor.Job("tournament-refunds");

    private final GameEngine engine;

    /** Gives back to players of {@code engine}. */
    public TournamentRefunds(GameEngine engine) {
        this.engine = engine;
    }

    /** What came of cancelling a tournament. */
    public enum Cancellation {
        /** It is cancelled now; {@link #refund} gives the fees back. */
        CANCELLED,
        /** It was cancelled before. */
        ALREADY_CANCELLED,
        /** Its prizes are being paid, or are paid. */
        TOO_LATE,
        /** There is no such tournament. */
        UNKNOWN
    }

    /** Cancels a tournament, of which nobody is paid any more, and no prize. */
    public Cancellation cancel(TournamentId id) {
        while (true) {
            Tournament now = tournaments().find(id).orElse(null);
            if (now == null) {
                return Cancellation.UNKNOWN;
            }
            if (now.stage() == TournamentStage.CANCELLED) {
                return Cancellation.ALREADY_CANCELLED;
            }
            if (!now.stage().canBecome(TournamentStage.CANCELLED)) {
                return Cancellation.TOO_LATE;
            }
            // Somebody else who moves it meanwhile can do so a few times only: stages end.
            if (tournaments().move(id, now.version(), TournamentStage.CANCELLED)) {
                return Cancellation.CANCELLED;
            }
        }
    }

    /** Gives back as much as one round of a job does, see {@link #refund(int)}. */
    public int refund() {
        return refund(RefundRound.MOST);
    }

    /**
     * Gives back what players have paid for in cancelled tournaments. One to whom that fails now
     * keeps nobody else waiting, and comes again with the next call, as what is beyond {@code most}
     * does.
     *
     * @return to how many it was given back
     * @throws RuntimeException what the first that failed threw, after the others were served
     */
    public int refund(int most) {
        RefundRound round = new RefundRound(engine, REFUNDS, most);
        List<TournamentEntry> page = tournaments().refundable(null, Page.LIMIT_MAX);
        while (!page.isEmpty() && !round.isFull()) {
            for (TournamentEntry each : page) {
                if (!round.isFull()) {
                    refund(each, round);
                }
            }
            page = tournaments().refundable(page.getLast(), Page.LIMIT_MAX);
        }
        return round.finish();
    }

    private void refund(TournamentEntry entry, RefundRound round) {
        round.give(
                entry.player(),
                operationId(entry),
                new TournamentCommand.Refund(entry.tournament(), entry.currency(), entry.fee()),
                () -> tournaments().refund(entry.player(), entry.operationId()));
    }

    /** Returns the one name of the command that gives the fee of {@code entry} back. */
    static OperationId operationId(TournamentEntry entry) {
        return OperationId.own("refund:" + entry.tournament() + ":" + entry.number());
    }

    private Tournaments tournaments() {
        return engine.storage().tournaments();
    }
}
