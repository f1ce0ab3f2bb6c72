package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.storage.FollowUpFailures;
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
 * @param command what; null when this version cannot read it
 * @param queuedAt when the change was made that calls for it
 * @param dueAt not before this moment; null for at once
 * @param failedAttempts how many attempts have failed
 * @param lastFailedAt when the last one failed; null for none
 * @param lastFailure what failed then; null for none
 */
@Schema(
        example =
                """
                {"number": "17", "playerId": "184467440737095516", "operationId": "~referral:9",
                "command": "RewardReferral", "queuedAt": "2026-11-22T14:00:00.123Z", "dueAt": null,
                "failedAttempts": 3600, "lastFailedAt": "2026-11-22T15:00:00.123Z", "lastFailure":
                "StorageUnavailableException: MySQL does not answer"}
                """)
record FollowUpView(
        String number,
        String playerId,
        String operationId,
        @Nullable String command,
        Instant queuedAt,
        @Nullable Instant dueAt,
        int failedAttempts,
        @Nullable Instant lastFailedAt,
        @Nullable String lastFailure) {
    static FollowUpView of(PendingFollowUp pending) {
        FollowUpFailures failures = pending.failures();
        boolean hasFailed = failures.count() > 0;
        return new FollowUpView(
                Long.toString(pending.id()),
                pending.player().toString(),
                pending.operationId().value(),
                pending.command() == null ? null : pending.command().getClass().getSimpleName(),
                Instant.ofEpochMilli(pending.queuedAtMillis()),
                pending.dueAtMillis() == 0 ? null : Instant.ofEpochMilli(pending.dueAtMillis()),
                failures.count(),
                hasFailed ? Instant.ofEpochMilli(failures.lastAtMillis()) : null,
                hasFailed ? failures.lastReason() : null);
    }
}
