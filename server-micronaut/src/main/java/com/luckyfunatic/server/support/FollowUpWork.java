package com.luckyfunatic.server.support;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.StuckFollowUps;
import com.luckyfunatic.engine.operator.PlannedChange.DropFollowUp;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans to drop follow-ups that can never be carried out. Thread-safe; calls block. */
@Singleton
final class FollowUpWork implements PlanWork {
    private final GameEngine engine;
    private final StuckFollowUps followUps;

    FollowUpWork(GameEngine engine) {
        this.engine = engine;
        followUps = new StuckFollowUps(engine);
    }

    /**
     * Returns what a follow-up on {@code player} is to do; null when none of that name waits, or it
     * cannot be read.
     */
    @Nullable Command seen(PlayerId player, OperationId id) {
        return waiting(player, id).map(PendingFollowUp::command).orElse(null);
    }

    private Optional<PendingFollowUp> waiting(PlayerId player, OperationId id) {
        return engine.storage().followUps().findWaiting(player, id);
    }

    private Optional<PendingFollowUp> waiting(SupportPlan plan) {
        DropFollowUp change = change(plan);
        return waiting(plan.requiredPlayer(), change.operation())
                .filter(each -> Objects.equals(each.command(), change.seen()));
    }

    @Override
    public void check(SupportPlan plan) {
        PendingFollowUp waits =
                waiting(plan).orElseThrow(() -> problem(ProblemCode.UNKNOWN_FOLLOW_UP));
        if (!StuckFollowUps.mayBeDropped(waits)) {
            throw problem(ProblemCode.FOLLOW_UP_NOT_DROPPABLE);
        }
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        return waiting(plan)
                .map(each ->
                        new Prospect(
                                HoldingsView.of(PlannedFollowUpView.waiting(each)),
                                HoldingsView.of(PlannedFollowUpView.dropped(each.followUp()))))
                .orElse(null);
    }

    @Override
    public boolean isKnown(SupportPlan plan) {
        return dropped(plan).isPresent();
    }

    private Optional<Dropped> dropped(SupportPlan plan) {
        return engine.storage()
                .followUps()
                .dropped(plan.requiredPlayer(), change(plan).operation())
                .filter(dropped -> dropped.by().equals(plan.operationId()));
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        FollowUp followUp = followUp(plan);
        boolean wasKnown = isKnown(plan);
        Dropped dropped =
                followUps
                        .drop(
                                followUp,
                                plan.operationId(),
                                new Actor.Operator(plan.author().value()))
                        .orElseThrow(() -> problem(ProblemCode.PLAN_OUTDATED));
        return new Done(
                dropped.atMillis(),
                wasKnown,
                HoldingsView.of(PlannedFollowUpView.dropped(followUp)));
    }

    /** What the plan was made for, whether it waits still or not. */
    private static FollowUp followUp(SupportPlan plan) {
        DropFollowUp change = change(plan);
        Command command = requireNonNull(change.seen(), "a plan is made of what waits");
        return new FollowUp(plan.requiredPlayer(), change.operation(), command);
    }

    private static DropFollowUp change(SupportPlan plan) {
        if (plan.change() instanceof DropFollowUp change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no follow-up");
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
