package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.OutcomeNumbers;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code operator_action}. */
@MappedEntity("operator_action")
record OperatorActionRow(
        @Id long actionId,
        String operator,
        long atMillis,
        String action,
        @Nullable Long playerId,
        @Nullable String reference,
        int outcome,
        String detail) {
    static OperatorActionRow of(OperatorAction action) {
        PlayerId player = action.player();
        return new OperatorActionRow(
                action.id(),
                action.operator().value(),
                action.atMillis(),
                action.action(),
                player == null ? null : player.value(),
                action.reference(),
                OutcomeNumbers.number(action.outcome()),
                action.detail());
    }

    OperatorAction toAction() {
        return new OperatorAction(
                actionId,
                new OperatorName(operator),
                atMillis,
                action,
                playerId == null ? null : new PlayerId(playerId),
                reference,
                OutcomeNumbers.outcome(outcome),
                detail);
    }
}
