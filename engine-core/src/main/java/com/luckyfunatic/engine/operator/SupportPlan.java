package com.luckyfunatic.engine.operator;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change that an operator has looked at before it is carried out.
 *
 * @param id its name, 1 to {@value #ID_LENGTH_MAX} characters of A–Z, a–z, 0–9, {@code -} and
 *     {@code _}
 * @param author who made it, and alone may carry it out
 * @param player on whom; null for nobody in particular
 * @param sequence which change of the player's state it was made for; it is good for that state
 *     only. 0 of one that is about something else than a state
 * @param change what
 * @param reason why: a word of a–z and {@code _}
 * @param budget what it counts against
 * @param amount how much of that, whichever way, at least 1
 * @param needsApproval whether another person has to approve it first
 * @param createdAtMillis when it was made, epoch milliseconds
 * @param expiresAtMillis from when on it is good no longer, epoch milliseconds
 * @param approvedBy who has approved it; null for nobody
 */
public record SupportPlan(
        String id,
        OperatorName author,
        @Nullable PlayerId player,
        long sequence,
        PlannedChange change,
        String reason,
        Budget budget,
        long amount,
        boolean needsApproval,
        long createdAtMillis,
        long expiresAtMillis,
        @Nullable OperatorName approvedBy) {
    /** What the names of operations that carry out plans begin with; the id of the plan follows. */
    public static final String OPERATION_PREFIX = OperationId.OWN_PREFIX + "plan:";

    /** The most characters of a name. */
    public static final int ID_LENGTH_MAX = 40;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern REASON = Pattern.compile("[a-z][a-z_]{0,39}");

    /** Checks the ranges. */
    public SupportPlan {
        require(isId(id), "id");
        boolean isOfState = change instanceof PlannedChange.OfState;
        require(isOfState ? sequence >= 1 : sequence == 0, "sequence");
        require(player != null || !change.needsPlayer(), "player");
        require(REASON.matcher(reason).matches(), "reason");
        require(amount >= 1, "amount");
        require(createdAtMillis >= 0 && expiresAtMillis > createdAtMillis, "time");
        require(!author.equals(approvedBy), "approval, which is its author's,");
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a plan's " + name + " is out of range");
        }
    }

    /** Returns whether {@code text} can be a plan's name. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Returns on whom it is.
     *
     * @throws IllegalStateException when it is on nobody in particular
     */
    public PlayerId requiredPlayer() {
        if (player == null) {
            throw new IllegalStateException("plan " + id + " is on nobody");
        }
        return player;
    }

    /** Returns the name of the operation that carries it out, at most once for ever. */
    public OperationId operationId() {
        return new OperationId(OPERATION_PREFIX + id);
    }

    /** Returns what it takes of its author's day. */
    public Spending spending() {
        return new Spending(id, author, budget, amount);
    }

    /** Returns whether somebody who had to approve it has not. */
    public boolean waitsForApproval() {
        return needsApproval && approvedBy == null;
    }

    /**
     * Returns this after {@code approver} has approved it; who was first stays.
     *
     * @throws IllegalArgumentException when that is its author
     */
    public SupportPlan approved(OperatorName approver) {
        OperatorName first = approvedBy == null ? approver : approvedBy;
        require(!approver.equals(author), "approval, which is its author's,");
        return new SupportPlan(
                id,
                author,
                player,
                sequence,
                change,
                reason,
                budget,
                amount,
                needsApproval,
                createdAtMillis,
                expiresAtMillis,
                first);
    }
}
