package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.StateChangedException;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.PlayerOperations;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans about a player's state: commands of the engine. Thread-safe; calls block. */
@Singleton
final class StateWork implements PlanWork {
    private final GameEngine engine;
    private final PlayerOperations operations;

    StateWork(GameEngine engine, PlayerOperations operations) {
        this.engine = engine;
        this.operations = operations;
    }

    @Override
    public void check(SupportPlan plan) {
        operations.performForOperator(envelope(plan), engine::preview);
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        PlayerState before = engine.player(plan.requiredPlayer()).orElse(null);
        if (before == null || before.sequence() != plan.sequence()) {
            return null;
        }
        PlayerState after = engine.preview(envelope(plan)).state();
        return new Prospect(
                HoldingsView.of(before, command(plan)),
                after == null ? null : HoldingsView.of(after, command(plan)));
    }

    @Override
    public boolean isKnown(SupportPlan plan) {
        return engine.operation(plan.requiredPlayer(), plan.operationId()).isPresent();
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        try {
            return done(
                    plan,
                    operations
                            .performForOperator(
                                    envelope(plan),
                                    asked -> engine.executeAt(asked, plan.sequence()))
                            .answer());
        } catch (StateChangedException e) {
            // Another request may have carried it out just now, which has changed the state.
            Optional<Answer> done =
                    engine.operation(plan.requiredPlayer(), plan.operationId())
                            .filter(answer -> answer.outcome() instanceof Outcome.Accepted);
            if (done.isPresent()) {
                return done(plan, done.get());
            }
            ProblemCode code = ProblemCode.PLAN_OUTDATED;
            throw new ProblemException(code, code.description())
                    .with(Map.of("sequence", e.actual(), "expected", e.expected()));
        }
    }

    private static Done done(SupportPlan plan, Answer answer) {
        PlayerState after = answer.state();
        return new Done(
                answer.nowMillis(),
                answer.repeated(),
                after == null ? null : HoldingsView.of(after, command(plan)));
    }

    private CommandEnvelope envelope(SupportPlan plan) {
        return new CommandEnvelope(
                plan.requiredPlayer(),
                plan.operationId(),
                engine.clock().millis(),
                new Actor.Operator(plan.author().value()),
                command(plan));
    }

    private static Command command(SupportPlan plan) {
        if (plan.change() instanceof PlannedChange.OfState(Command command)) {
            return command;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no state");
    }
}
