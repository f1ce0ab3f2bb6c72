package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.BudgetNumbers;
import com.luckyfunatic.storage.codec.GameCodec;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code support_plan}. */
@MappedEntity("support_plan")
record SupportPlanRow(
        @Id String planId,
        String author,
        long playerId,
        long sequence,
        String command,
        String reason,
        int budget,
        long amount,
        boolean needsApproval,
        long createdAt,
        long expiresAt,
        @Nullable String approvedBy) {
    /** In place of a player's id, of a plan that is on nobody. */
    private static final long NOBODY = 0;

    static SupportPlanRow of(SupportPlan plan, GameCodec codec) {
        OperatorName approver = plan.approvedBy();
        PlayerId player = plan.player();
        return new SupportPlanRow(
                plan.id(),
                plan.author().value(),
                player == null ? NOBODY : player.value(),
                plan.sequence(),
                codec.write(plan.change()),
                plan.reason(),
                BudgetNumbers.number(plan.budget()),
                plan.amount(),
                plan.needsApproval(),
                plan.createdAtMillis(),
                plan.expiresAtMillis(),
                approver == null ? null : approver.value());
    }

    SupportPlan toPlan(GameCodec codec) {
        return new SupportPlan(
                planId,
                new OperatorName(author),
                playerId == NOBODY ? null : new PlayerId(playerId),
                sequence,
                codec.readPlanned(command),
                reason,
                BudgetNumbers.budget(budget),
                amount,
                needsApproval,
                createdAt,
                expiresAt,
                approvedBy == null ? null : new OperatorName(approvedBy));
    }
}
