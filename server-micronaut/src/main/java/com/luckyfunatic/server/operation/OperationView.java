package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended, as clients see it.
 *
 * @param operationId the caller's or the server's name for it
 * @param status {@code accepted} or {@code refused}
 * @param code why it was refused; null when it was accepted
 * @param decidedAt when it was decided
 * @param result what it gave; null when it was refused
 */
@Schema(
        example =
                """
                {"operationId": "0f8fad5b-d9cb-469f-a165-70867728950e",
                "status": "accepted", "code": null,
                "decidedAt": "2026-11-22T15:00:00.123Z", "result": {"type": "card",
                "cardId": "springy_gloves", "level": 1, "currency": "funz",
                "price": 1000, "incomePerHour": 100}}
                """)
public record OperationView(
        String operationId,
        String status,
        @Nullable String code,
        Instant decidedAt,
        @Nullable OperationResultView result) {
    /** Returns the first answer to {@code id} as clients see it. */
    public static OperationView of(OperationId id, Answer answer) {
        Instant decidedAt = Instant.ofEpochMilli(answer.nowMillis());
        return switch (answer.outcome()) {
            case Outcome.Accepted(var result) ->
                    new OperationView(
                            id.value(),
                            "accepted",
                            null,
                            decidedAt,
                            OperationResultView.of(result));
            case Outcome.Refused(var reason) ->
                    new OperationView(id.value(), "refused", reason.code(), decidedAt, null);
            case Outcome.OperationIdReused() ->
                    throw new IllegalStateException(
                            "operation " + id + " has no answer of its own");
        };
    }
}
