package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was carried out.
 *
 * @param planId its name
 * @param playerId on whom; null for nobody in particular
 * @param operationId the operation that it was; of one about a state, in the player's history
 * @param doneAt when
 * @param repeated whether it was done before, and this is the first answer again
 * @param after what there was after it; null when that is no longer known
 */
@Schema(
        example =
                """
                {"planId": "n3Vd0Xq7m2k", "playerId": "184467440737095516",
                "operationId": "~plan:n3Vd0Xq7m2k", "doneAt": "2026-11-22T15:00:00.123Z",
                "repeated": false, "after": {"funz": 4505, "jokers": 40, "items": null,
                "ban": null, "loginsEndedAt": null, "stage": null, "disqualified": null, "game": null,
                "transfer": null, "followUp": null, "payment": null, "content": null}}
                """)
record PlanDoneView(
        String planId,
        @Nullable String playerId,
        String operationId,
        Instant doneAt,
        boolean repeated,
        @Nullable HoldingsView after) {
    static PlanDoneView of(SupportPlan plan, PlanWork.Done done) {
        PlayerId player = plan.player();
        return new PlanDoneView(
                plan.id(),
                player == null ? null : player.toString(),
                plan.operationId().value(),
                Instant.ofEpochMilli(done.atMillis()),
                done.repeated(),
                done.after());
    }
}
