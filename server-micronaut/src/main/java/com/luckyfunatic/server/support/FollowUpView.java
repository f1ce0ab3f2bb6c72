package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that an earlier change called for and that waits to be carried out.
 *
 * @param number its place on the queue
 * @param playerId on whom
 * @param operationId under which name
 * @param command what
 * @param dueAt not before this moment; null for at once
 */
@Schema(
        example =
                """
                {"number": "17", "playerId": "184467440737095516", "operationId": "~referral:9",
                "command": "RewardReferrer", "dueAt": null}
                """)
record FollowUpView(
        String number,
        String playerId,
        String operationId,
        String command,
        @Nullable Instant dueAt) {
    static FollowUpView of(PendingFollowUp pending) {
        FollowUp waiting = pending.followUp();
        return new FollowUpView(
                Long.toString(pending.id()),
                waiting.player().toString(),
                waiting.operationId().value(),
                waiting.command().getClass().getSimpleName(),
                waiting.dueAtMillis() == 0 ? null : Instant.ofEpochMilli(waiting.dueAtMillis()));
    }
}
