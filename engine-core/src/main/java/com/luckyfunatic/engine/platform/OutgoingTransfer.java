package com.luckyfunatic.engine.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox. Its methods are the steps it can take; each returns the row that is to
 * replace it.
 *
 * @param transfer what goes where
 * @param step how far it has come
 * @param sends how often it was sent
 * @param waits how often it has waited since it last made progress; pauses grow with it
 * @param sentAtMillis when it was last sent, epoch milliseconds; 0 for never
 * @param dueAtMillis when somebody has to take care of it, epoch milliseconds; {@link #NEVER} when
 *     nothing is left to do
 * @param fence a number that is drawn anew with each change: who replaces a row proves by it to
 *     have seen the latest
 * @param reason what the platform or the network last said against it, after what an operator has
 *     decided, if any; 1 to {@link #REASON_LENGTH_MAX} printable ASCII characters; null for nothing
 */
public record OutgoingTransfer(
        Transfer transfer,
        TransferStep step,
        int sends,
        int waits,
        long sentAtMillis,
        long dueAtMillis,
        long fence,
        @Nullable String reason) {
    /** When what is finished is due. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The most characters of a reason; more are cut off. */
    public static final int REASON_LENGTH_MAX = 100;

    /**
     * How long whoever has taken a row may be busy with it before others do: far longer than a
     * request may take.
     */
    public static final Duration LEASE = Duration.ofMinutes(1);

    /**
     * From then on after it was sent, a transfer that the platform does not know cannot arrive any
     * more. Requests carry the moment of {@link #sentAtMillis}, and the platform takes none that is
     * more than a minute old; the rest is for clocks that differ.
     */
    public static final Duration SETTLED_AFTER = Duration.ofMinutes(5);

    /** The most characters of the name of an operator's decision. */
    public static final int DECISION_LENGTH_MAX = 50;

    /** What the reason begins with when the platform has said otherwise than was decided. */
    private static final String CONTRADICTED = "the platform says otherwise";

    private static final String CONFIRMED_BY = "confirmed by ";
    private static final String RETURNED_BY = "returned by ";
    private static final String NEXT = "; ";

    /** Checks the reason. */
    public OutgoingTransfer {
        reason = printable(reason);
    }

    /** Returns the first row of {@code transfer}: due at once. */
    public static OutgoingTransfer open(Transfer transfer) {
        return new OutgoingTransfer(
                transfer, TransferStep.PENDING, 0, 0, 0, transfer.atMillis(), 0, null);
    }

    /** Returns whether it failed and the player has it again. */
    public boolean isGivenBack() {
        return step == TransferStep.FAILED && dueAtMillis == NEVER;
    }

    /**
     * Returns whether the platform has said otherwise than the row does, which is for good: both
     * sides may have the items, or none.
     */
    public boolean isContradicted() {
        return reason != null && reason.startsWith(CONTRADICTED);
    }

    /**
     * Returns whether an operator's decision made it what it is.
     *
     * @param decision the decision's name
     */
    public boolean isDecidedBy(TransferRemedy remedy, String decision) {
        return switch (remedy) {
            case RETRY -> false;
            case CONFIRM -> step == TransferStep.CONFIRMED && says(CONFIRMED_BY + decision);
            case RETURN -> step == TransferStep.FAILED && says(RETURNED_BY + decision);
        };
    }

    private boolean says(String words) {
        return reason != null && (NEXT + reason + NEXT).contains(NEXT + words + NEXT);
    }

    /** Whether it is an operator, not the platform, who says that the platform has it. */
    boolean isConfirmedByDecision() {
        return step == TransferStep.CONFIRMED && reason != null && reason.startsWith(CONFIRMED_BY);
    }

    /** Returns from when on what was sent cannot arrive any more, epoch milliseconds. */
    public long settledAtMillis() {
        return sentAtMillis + SETTLED_AFTER.toMillis();
    }

    /** It is sent now. */
    OutgoingTransfer sending(long nowMillis, long newFence) {
        return new OutgoingTransfer(
                transfer,
                TransferStep.SENT,
                sends + 1,
                waits,
                nowMillis,
                nowMillis + LEASE.toMillis(),
                newFence,
                reason);
    }

    /** Somebody asks the platform about it, or gives it back: nobody else shall, for a while. */
    OutgoingTransfer taken(long nowMillis, long newFence) {
        TransferStep now = step == TransferStep.SENT ? TransferStep.UNKNOWN : step;
        return to(now, waits, nowMillis + LEASE.toMillis(), newFence, reason);
    }

    /** The platform surely does not have it. It may be sent again after {@code pauseMillis}. */
    OutgoingTransfer pendingAgain(
            long nowMillis, long pauseMillis, long newFence, @Nullable String newReason) {
        return to(TransferStep.PENDING, waits + 1, nowMillis + pauseMillis, newFence, newReason);
    }

    /** Nobody knows whether the platform has it. */
    OutgoingTransfer unknown(long askAtMillis, long newFence, @Nullable String newReason) {
        return to(TransferStep.UNKNOWN, waits + 1, askAtMillis, newFence, newReason);
    }

    /** The platform has it. */
    OutgoingTransfer confirmed(long newFence) {
        return to(TransferStep.CONFIRMED, 0, NEVER, newFence, null);
    }

    /** The platform refused it. It is to be given back at once. */
    OutgoingTransfer failed(long nowMillis, long newFence, String newReason) {
        return to(TransferStep.FAILED, 0, nowMillis, newFence, newReason);
    }

    /** It could not be given back yet. */
    OutgoingTransfer givenBackLater(long atMillis, long newFence) {
        return to(step, waits + 1, atMillis, newFence, reason);
    }

    /** The player has it again. */
    OutgoingTransfer givenBack(long newFence) {
        return to(TransferStep.FAILED, 0, NEVER, newFence, reason);
    }

    /** Somebody shall take care of it now. */
    OutgoingTransfer dueNow(long nowMillis, long newFence) {
        return to(step, 0, nowMillis, newFence, reason);
    }

    /** An operator says that the platform has it. */
    OutgoingTransfer confirmedBy(String decision, long newFence) {
        return to(TransferStep.CONFIRMED, 0, NEVER, newFence, noted(CONFIRMED_BY + decision));
    }

    /** An operator says that the platform does not have it. It is to be given back at once. */
    OutgoingTransfer returnedBy(String decision, long nowMillis, long newFence) {
        return to(TransferStep.FAILED, 0, nowMillis, newFence, noted(RETURNED_BY + decision));
    }

    /** The platform says otherwise. What was decided stays. */
    OutgoingTransfer contradicted(long newFence) {
        return to(step, waits, dueAtMillis, newFence, noted(CONTRADICTED));
    }

    private String noted(String words) {
        return reason == null ? words : words + NEXT + reason;
    }

    private OutgoingTransfer to(
            TransferStep newStep,
            int newWaits,
            long newDueAtMillis,
            long newFence,
            @Nullable String newReason) {
        return new OutgoingTransfer(
                transfer,
                newStep,
                sends,
                newWaits,
                sentAtMillis,
                newDueAtMillis,
                newFence,
                newReason);
    }

    /** What others say is stored, logged and shown: no line breaks, and not without end. */
    private static @Nullable String printable(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), REASON_LENGTH_MAX); i++) {
            char c = text.charAt(i);
            safe.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return safe.toString();
    }
}
