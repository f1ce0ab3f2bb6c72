package com.luckyfunatic.engine.operator;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.PlannedChange.RefundStars;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.StoreCommand;
import org.jspecify.annotations.Nullable;

/**
 * That an operator's plan asks Telegram to give the Stars of a payment back, and what came of it.
 * There is one for each payment, which is one plan's; it is kept before Telegram is asked, so that
 * whoever dies while asking has left it. Immutable and thread-safe.
 *
 * @param revision which state of it this is; no other has the same number
 * @param chargeId Telegram's name of the payment; 1 to {@link StoreCommand#CHARGE_ID_LENGTH_MAX}
 *     characters
 * @param operation the operation of the plan
 * @param player who has paid
 * @param unanswered how many times Telegram was asked, or is about to be, and has not said that
 *     nothing came of it; also by the plan that had it before
 * @param askedAtMillis when it was asked last, epoch milliseconds
 * @param heldUntilMillis the first moment at which plans may be made that take it over while it has
 *     not ended, epoch milliseconds
 * @param end how it ended; null when it has not
 */
public record StarsRefund(
        long revision,
        String chargeId,
        OperationId operation,
        PlayerId player,
        int unanswered,
        long askedAtMillis,
        long heldUntilMillis,
        @Nullable End end) {
    /** The most characters of the words of an end. */
    public static final int WORDS_LENGTH_MAX = 500;

    /** Checks the ranges. */
    public StarsRefund {
        require(!chargeId.isBlank(), "charge");
        require(chargeId.length() <= StoreCommand.CHARGE_ID_LENGTH_MAX, "charge");
        require(unanswered >= 0, "unanswered");
        require(askedAtMillis >= 0 && heldUntilMillis >= 0, "time");
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a refund's " + name + " is out of range");
        }
    }

    /** What came of it, for good. */
    public enum Ending {
        /** Telegram gave the Stars back, because the plan asked for it. */
        REFUNDED,
        /** Telegram does not give them back. */
        REFUSED,
        /** They went back without the plan. */
        WENT_WITHOUT
    }

    /**
     * How it ended.
     *
     * @param ending what came of it
     * @param atMillis when that was known, epoch milliseconds
     * @param words what Telegram says, at most {@value StarsRefund#WORDS_LENGTH_MAX} characters;
     *     empty for nothing
     */
    public record End(Ending ending, long atMillis, String words) {
        /** Checks the ranges. */
        public End {
            require(atMillis >= 0, "time");
            require(words.length() <= WORDS_LENGTH_MAX, "words");
        }

        /** Returns an end whose words are cut when there are too many. */
        public static End of(Ending ending, long atMillis, String words) {
            int length = Math.min(words.length(), WORDS_LENGTH_MAX);
            return new End(ending, atMillis, words.substring(0, length));
        }
    }

    /**
     * Returns what is kept before {@code plan} asks for the first time.
     *
     * @param before another plan's that {@linkplain #yieldsTo yields}; null for none. What it asked
     *     without an answer is asked still
     */
    public static StarsRefund of(
            SupportPlan plan, @Nullable StarsRefund before, long revision, long nowMillis) {
        int unansweredBefore = before == null || before.end != null ? 0 : before.unanswered;
        return new StarsRefund(
                revision,
                chargeOf(plan),
                plan.operationId(),
                plan.requiredPlayer(),
                Math.addExact(unansweredBefore, 1),
                nowMillis,
                plan.expiresAtMillis(),
                null);
    }

    private static String chargeOf(SupportPlan plan) {
        if (plan.change() instanceof RefundStars change) {
            return change.chargeId();
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no Stars");
    }

    /** Returns whether it is that of {@code plan}. */
    public boolean isOf(SupportPlan plan) {
        return operation.equals(plan.operationId());
    }

    /**
     * Returns whether another plan than its own may take it over. That depends on when the other
     * one was made, and on nothing that goes on: who may not now never may, as long as this does
     * not change.
     */
    public boolean yieldsTo(SupportPlan plan) {
        if (isOf(plan)) {
            return false;
        }
        return end == null
                ? plan.createdAtMillis() >= heldUntilMillis
                : end.ending() != Ending.REFUNDED && plan.createdAtMillis() > end.atMillis();
    }

    /** Returns whether the Stars may have gone back because of it. */
    public boolean mayHaveRefunded() {
        return end == null ? unanswered > 0 : end.ending() == Ending.REFUNDED;
    }

    /** Returns this before Telegram is asked once more. */
    public StarsRefund askedAgain(long revision, long nowMillis) {
        return with(revision, Math.addExact(unanswered, 1), nowMillis, null);
    }

    /** Returns this after Telegram has said that it did nothing for now. */
    public StarsRefund turnedAway(long revision) {
        return with(revision, unanswered - 1, askedAtMillis, null);
    }

    /**
     * Returns this after Telegram has said that it will not do it. It has ended with that only if
     * no asking is without an answer, which may have been heard.
     */
    public StarsRefund refused(long revision, End refusal) {
        StarsRefund answered = turnedAway(revision);
        return answered.unanswered == 0 ? answered.ended(revision, refusal) : answered;
    }

    /** Returns this after it has ended. */
    public StarsRefund ended(long revision, End how) {
        return with(revision, unanswered, askedAtMillis, how);
    }

    private StarsRefund with(
            long nextRevision, int nextUnanswered, long asked, @Nullable End nextEnd) {
        return new StarsRefund(
                nextRevision,
                chargeId,
                operation,
                player,
                nextUnanswered,
                asked,
                heldUntilMillis,
                nextEnd);
    }
}
