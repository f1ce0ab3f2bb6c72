package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up that a plan is about.
 *
 * @param operationId its name
 * @param command what it is to do
 * @param status {@code waiting} or {@code dropped}
 * @param failedAttempts how many attempts have failed; null when it does not wait any more
 * @param lastFailure what failed last; null when nothing did, or it does not wait any more
 */
@Schema(
        example =
                """
                {"operationId": "~referral:9", "command": "RewardReferral", "status": "waiting",
                "failedAttempts": 86, "lastFailure": "the player's game has not begun"}
                """)
record PlannedFollowUpView(
        String operationId,
        String command,
        String status,
        @Nullable Integer failedAttempts,
        @Nullable String lastFailure) {
    static PlannedFollowUpView waiting(PendingFollowUp waiting) {
        FollowUpFailures failures = waiting.failures();
        return new PlannedFollowUpView(
                waiting.operationId().value(),
                command(waiting.followUp()),
                "waiting",
                failures.count(),
                failures.count() == 0 ? null : failures.lastReason());
    }

    static PlannedFollowUpView dropped(FollowUp followUp) {
        return new PlannedFollowUpView(
                followUp.operationId().value(), command(followUp), "dropped", null, null);
    }

    private static String command(FollowUp followUp) {
        return followUp.command().getClass().getSimpleName();
    }

    /** Returns it in a few words. */
    String words() {
        return "follow-up " + status;
    }
}
