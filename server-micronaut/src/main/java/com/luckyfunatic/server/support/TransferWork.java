package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.PlannedChange.SettleTransfer;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.StuckTransfers;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.transfer.TransferLists;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans about transfers to the platform that are stuck. Thread-safe; calls block. */
@Singleton
final class TransferWork implements PlanWork {
    private final GameEngine engine;
    private final StuckTransfers transfers;

    TransferWork(GameEngine engine) {
        this.engine = engine;
        transfers = new StuckTransfers(engine, new SecureRandom());
    }

    /**
     * Returns a transfer of {@code player}.
     *
     * @throws ProblemException when the player has none of that name
     */
    OutgoingTransfer find(PlayerId player, TransferId id) {
        return engine.storage()
                .transferOutbox()
                .find(id)
                .filter(row -> row.transfer().player().equals(player))
                .orElseThrow(() -> problem(ProblemCode.UNKNOWN_TRANSFER));
    }

    private OutgoingTransfer row(SupportPlan plan) {
        return find(plan.requiredPlayer(), change(plan).transfer());
    }

    @Override
    public void check(SupportPlan plan) {
        OutgoingTransfer row = row(plan);
        Optional<StuckTransfers.Objection> objection = objection(row, change(plan));
        if (objection.isPresent()) {
            throw switch (objection.get()) {
                case WRONG_STEP ->
                        problem(ProblemCode.WRONG_TRANSFER_STATUS)
                                .with(Map.of("transferStatus", TransferLists.word(row.step())));
                case UNSETTLED ->
                        problem(ProblemCode.TRANSFER_NOT_SETTLED)
                                .with(
                                        Map.of(
                                                "settledAt",
                                                Instant.ofEpochMilli(row.settledAtMillis())
                                                        .toString()));
            };
        }
    }

    private Optional<StuckTransfers.Objection> objection(
            OutgoingTransfer row, SettleTransfer change) {
        return StuckTransfers.objection(row, change.remedy(), engine.clock().millis());
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        SettleTransfer change = change(plan);
        OutgoingTransfer row = row(plan);
        if (!TransferBasis.of(row).equals(change.seen()) || objection(row, change).isPresent()) {
            return null;
        }
        OutgoingTransfer after =
                StuckTransfers.outcome(
                        row, change.remedy(), decision(plan), engine.clock().millis());
        int held = held(row);
        int returned = change.remedy() == TransferRemedy.RETURN ? row.transfer().count() : 0;
        return new Prospect(
                HoldingsView.of(PlannedTransferView.of(row), held),
                HoldingsView.of(PlannedTransferView.of(after), held + returned));
    }

    private int held(OutgoingTransfer row) {
        PlayerState state = engine.player(row.transfer().player()).orElse(null);
        return state == null ? 0 : state.items().count(row.transfer().item());
    }

    private HoldingsView shown(OutgoingTransfer row) {
        return HoldingsView.of(PlannedTransferView.of(row), held(row));
    }

    /** The row tells; of another attempt, which leaves nothing there, what is recorded does. */
    @Override
    public boolean isKnown(SupportPlan plan) {
        SettleTransfer change = change(plan);
        return change.remedy() == TransferRemedy.RETRY
                ? recorded(plan).isPresent()
                : row(plan).isDecidedBy(change.remedy(), decision(plan));
    }

    private Optional<OperatorAction> recorded(SupportPlan plan) {
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page =
                    engine.storage()
                            .operatorActions()
                            .about(plan.requiredPlayer(), before, Page.LIMIT_MAX);
            for (OperatorAction each : page.items()) {
                before = each.id();
                if (isEndOf(plan, each)) {
                    return Optional.of(each);
                }
            }
        } while (page.hasMore() && page.items().getLast().atMillis() >= plan.createdAtMillis());
        return Optional.empty();
    }

    private static boolean isEndOf(SupportPlan plan, OperatorAction action) {
        return plan.id().equals(action.reference())
                && action.action().equals(OperatorAction.EXECUTE_PLAN)
                && action.outcome() == ActionOutcome.DONE;
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        SettleTransfer change = change(plan);
        if (change.remedy() == TransferRemedy.RETRY) {
            Optional<OperatorAction> done = recorded(plan);
            if (done.isPresent()) {
                return new Done(done.get().atMillis(), true, shown(row(plan)));
            }
        }
        boolean wasKnown = isKnown(plan);
        OutgoingTransfer settled =
                transfers
                        .settle(change.transfer(), change.remedy(), change.seen(), decision(plan))
                        .orElseThrow(() -> problem(ProblemCode.PLAN_OUTDATED));
        return new Done(engine.clock().millis(), wasKnown, shown(settled));
    }

    /** What a row calls it. */
    private static String decision(SupportPlan plan) {
        return "plan " + plan.id();
    }

    private static SettleTransfer change(SupportPlan plan) {
        if (plan.change() instanceof SettleTransfer change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no transfer");
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
