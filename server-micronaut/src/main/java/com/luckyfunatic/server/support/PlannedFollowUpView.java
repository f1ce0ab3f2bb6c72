package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.FollowUp;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A follow-up that a plan is about.
 *
 * @param operationId its name
 * @param command what it is to do
 * @param status {@code waiting} or {@code dropped}
 */
@Schema(
        example =
                """
                {"operationId": "~referral:9", "command": "RewardReferral", "status": "waiting"}
                """)
record PlannedFollowUpView(String operationId, String command, String status) {
    static PlannedFollowUpView waiting(FollowUp followUp) {
        return of(followUp, "waiting");
    }

    static PlannedFollowUpView dropped(FollowUp followUp) {
        return of(followUp, "dropped");
    }

    private static PlannedFollowUpView of(FollowUp followUp, String status) {
        return new PlannedFollowUpView(
                followUp.operationId().value(),
                followUp.command().getClass().getSimpleName(),
                status);
    }

    /** Returns it in a few words. */
    String words() {
        return "follow-up " + status;
    }
}
