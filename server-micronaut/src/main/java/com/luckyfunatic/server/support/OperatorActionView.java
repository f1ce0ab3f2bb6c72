package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.player.PlayerId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator asked for.
 *
 * @param actionId its id
 * @param operator who asked for it
 * @param at when
 * @param action what
 * @param playerId whom it is about; null for nobody in particular
 * @param reference the plan or operation; null for none
 * @param outcome {@code begun}, {@code done}, {@code refused} or {@code failed}
 * @param detail what else is to be known
 */
@Schema(
        example =
                """
                {"actionId": "264905529753600001", "operator": "ada",
                "at": "2026-11-22T15:00:00.123Z", "action": "read_player",
                "playerId": "184467440737095516", "reference": null, "outcome": "done",
                "detail": ""}
                """)
record OperatorActionView(
        String actionId,
        String operator,
        Instant at,
        String action,
        @Nullable String playerId,
        @Nullable String reference,
        String outcome,
        String detail) {
    static OperatorActionView of(OperatorAction action) {
        PlayerId player = action.player();
        return new OperatorActionView(
                Long.toString(action.id()),
                action.operator().value(),
                Instant.ofEpochMilli(action.atMillis()),
                action.action(),
                player == null ? null : player.toString(),
                action.reference(),
                action.outcome().name().toLowerCase(Locale.ROOT),
                action.detail());
    }
}
