package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Takes care of the transfers in the outbox: sends what is pending, asks about what is unknown,
 * gives back what failed.
 *
 * <p>Before anything is sent the row says so. So whoever dies leaves a row behind that is asked
 * about, never one that is sent again: that takes the platform's word that it did not arrive, and
 * so much time since that it cannot arrive any more. What is given back is a command of the player
 * under an operation id made of the transfer's, which is carried out once, however often it is
 * tried.
 *
 * <p>Any number of them may run at once; each row is replaced by one. Thread-safe; calls block on
 * the storage and the platform.
 */
public final class TransferSender {
    private static final long PAUSE_MILLIS = Duration.ofSeconds(2).toMillis();
    private static final long PAUSE_MILLIS_MAX = Duration.ofMinutes(10).toMillis();
    private static final int PAUSE_DOUBLED_MAX = 9;

    private final GameEngine engine;
    private final TransferGateway gateway;
    private final RandomGenerator random;

    /**
     * Sends what players of {@code engine} transfer through {@code gateway}.
     *
     * @param random thread-safe, and gives numbers that nobody else's gives
     */
    public TransferSender(GameEngine engine, TransferGateway gateway, RandomGenerator random) {
        this.engine = engine;
        this.gateway = gateway;
        this.random = random;
    }

    /**
     * What one round came to.
     *
     * @param seen how many were due
     * @param confirmed how many the platform has
     * @param givenBack how many their players have again
     * @param unknown of how many it is not known
     * @param contradicted how many the platform has said otherwise of than an operator decided
     */
    public record Round(int seen, int confirmed, int givenBack, int unknown, int contradicted) {}

    /**
     * Takes one step with each transfer that is due. One for which that fails stays due, or is due
     * again in a minute, and keeps nothing else waiting.
     *
     * @param limit the most to look at, 1 to {@link com.luckyfunatic.engine.storage.Page#LIMIT_MAX}
     * @throws RuntimeException what the first that failed threw, after the others had their turn
     */
    public Round run(int limit) {
        RuntimeException failure = null;
        int confirmed = 0;
        int givenBack = 0;
        int unknown = 0;
        int contradicted = 0;
        var due = outbox().due(now(), limit);
        for (OutgoingTransfer each : due) {
            try {
                OutgoingTransfer after = advance(each);
                confirmed += after.step() == TransferStep.CONFIRMED ? 1 : 0;
                givenBack += after.isGivenBack() ? 1 : 0;
                unknown += after.step() == TransferStep.UNKNOWN ? 1 : 0;
                contradicted += after.isContradicted() && !each.isContradicted() ? 1 : 0;
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return new Round(due.size(), confirmed, givenBack, unknown, contradicted);
    }

    private OutgoingTransfer advance(OutgoingTransfer row) {
        return switch (row.step()) {
            case PENDING -> send(row);
            case SENT, UNKNOWN -> ask(row);
            case FAILED -> giveBack(row);
            case CONFIRMED -> row;
        };
    }

    private OutgoingTransfer send(OutgoingTransfer row) {
        OutgoingTransfer sent = row.sending(now(), fence());
        if (!outbox().replace(row, sent)) {
            return row;
        }
        // The moment in the row, not a later one: should this thread stand still here until others
        // take it for dead, the platform does not take the request any more.
        TransferReply reply = gateway.send(sent.transfer(), sent.sentAtMillis());
        return keep(
                sent,
                reply,
                switch (reply) {
                    case TransferReply.Confirmed _ -> sent.confirmed(fence());
                    case TransferReply.Refused(String reason) ->
                            sent.failed(now(), fence(), reason);
                    case TransferReply.NotSent(String reason) ->
                            sent.pendingAgain(now(), pauseMillis(sent), fence(), reason);
                    case TransferReply.Unclear(String reason) -> unknown(sent, reason);
                    case TransferReply.NeverArrived _ -> unknown(sent, "no answer to a transfer");
                });
    }

    private OutgoingTransfer ask(OutgoingTransfer row) {
        // Before the question: an answer tells nothing of what arrives after it.
        long asked = now();
        OutgoingTransfer taken = row.taken(asked, fence());
        if (!outbox().replace(row, taken)) {
            return row;
        }
        TransferReply reply = gateway.ask(taken.transfer().id());
        long settled = taken.settledAtMillis();
        return keep(
                taken,
                reply,
                switch (reply) {
                    case TransferReply.Confirmed _ -> taken.confirmed(fence());
                    case TransferReply.Refused(String reason) ->
                            taken.failed(now(), fence(), reason);
                    case TransferReply.NeverArrived _ when asked >= settled ->
                            taken.pendingAgain(now(), 0, fence(), "did not arrive");
                    case TransferReply.NeverArrived _ ->
                            taken.unknown(
                                    Math.max(settled, now()), fence(), "has not arrived so far");
                    case TransferReply.NotSent(String reason) -> unknown(taken, reason);
                    case TransferReply.Unclear(String reason) -> unknown(taken, reason);
                });
    }

    private OutgoingTransfer giveBack(OutgoingTransfer row) {
        OutgoingTransfer taken = row.taken(now(), fence());
        if (!outbox().replace(row, taken)) {
            return row;
        }
        try {
            TransferReturn.execute(engine, taken.transfer());
        } catch (IllegalStateException e) {
            keep(taken, taken.givenBackLater(now() + pauseMillis(taken), fence()));
            throw e;
        }
        return keep(taken, taken.givenBack(fence()));
    }

    private OutgoingTransfer unknown(OutgoingTransfer row, String reason) {
        return row.unknown(now() + pauseMillis(row), fence(), reason);
    }

    /**
     * Somebody else may have replaced the row meanwhile, and then knows better; but what the
     * platform has it has, and it may have been an operator who said otherwise.
     */
    private OutgoingTransfer keep(
            OutgoingTransfer before, TransferReply reply, OutgoingTransfer after) {
        if (outbox().replace(before, after)) {
            return after;
        }
        PlatformWord word = new PlatformWord(outbox(), random);
        return switch (reply) {
            case TransferReply.Confirmed _ ->
                    word.confirmed(before.transfer().id()).map(Transfers.Told::row).orElse(before);
            case TransferReply.Refused _ -> word.refused(before);
            case TransferReply.NeverArrived _, TransferReply.NotSent _, TransferReply.Unclear _ ->
                    before;
        };
    }

    /** Somebody else may have replaced the row meanwhile, and then knows better. */
    private OutgoingTransfer keep(OutgoingTransfer before, OutgoingTransfer after) {
        return outbox().replace(before, after) ? after : before;
    }

    /** A pause that doubles, and is between a half and the whole of that. */
    private long pauseMillis(OutgoingTransfer row) {
        long longest =
                Math.min(
                        PAUSE_MILLIS_MAX, PAUSE_MILLIS << Math.min(row.waits(), PAUSE_DOUBLED_MAX));
        return longest / 2 + random.nextLong(longest / 2 + 1);
    }

    private long fence() {
        return random.nextLong();
    }

    private long now() {
        return engine.clock().millis();
    }

    private TransferOutbox outbox() {
        return engine.storage().transferOutbox();
    }
}
