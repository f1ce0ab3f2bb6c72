package com.luckyfunatic.engine.account;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * That somebody has changed who may play. Immutable and thread-safe.
 *
 * @param operation its name, under which it happens once for ever, whoever it is about
 * @param player about whom
 * @param before what holds before it; it is made of this and of nothing else
 * @param after what holds after it
 * @param reason why, for those who run the game; 1 to {@link Ban#REASON_LENGTH_MAX} characters
 * @param actor who decided it; 1 to {@link Ban#ACTOR_LENGTH_MAX} characters
 * @param atMillis when, epoch milliseconds
 */
public record AdmissionChange(
        OperationId operation,
        PlayerId player,
        Admission before,
        Admission after,
        String reason,
        String actor,
        long atMillis) {
    /** Checks the ranges. */
    public AdmissionChange {
        require(isText(reason, Ban.REASON_LENGTH_MAX), "reason");
        require(isText(actor, Ban.ACTOR_LENGTH_MAX), "actor");
        require(atMillis >= 0, "time");
        require(
                after.loginsEndedAtMillis() >= before.loginsEndedAtMillis(),
                "end of logins, which is never taken back,");
    }

    private static boolean isText(String text, int lengthMax) {
        return !text.isBlank() && text.length() <= lengthMax;
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a change's " + name + " is out of range");
        }
    }
}
