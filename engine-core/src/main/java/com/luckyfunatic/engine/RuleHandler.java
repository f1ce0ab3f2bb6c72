package com.luckyfunatic.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.income.IncomeCommand;
import com.luckyfunatic.engine.income.IncomeEvent;
import com.luckyfunatic.engine.income.IncomeResult;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.income.IncomeRules;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.session.SessionCommand;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules of one catalog to commands: what a store calls inside its atomic step. It has
 * no effect besides drawing from the random generator and the ids.
 */
public final class RuleHandler implements CommandHandler {
    private final Catalog catalog;
    private final RandomGenerator random;
    private final LongSupplier changeIds;

    /** Decides under {@code catalog}; changes get their ids from {@code changeIds}. */
    public RuleHandler(Catalog catalog, RandomGenerator random, LongSupplier changeIds) {
        this.catalog = catalog;
        this.random = random;
        this.changeIds = changeIds;
    }

    @Override
    public Handled handle(@Nullable PlayerState state, CommandEnvelope envelope) {
        if (state == null) {
            return handleUnknownPlayer(envelope);
        }
        // Clocks of two servers differ: time never runs before the last change.
        long now = Math.max(envelope.nowMillis(), state.changedAtMillis());
        RuleContext context = new RuleContext(now, catalog, random);

        IncomeEvent.IncomeCollected collected = null;
        PlayerState decidedOn = state;
        if (collectsFirst(state, envelope)) {
            collected = IncomeRules.collect(state, context);
            decidedOn = IncomeRules.evolve(state, collected);
        }
        return switch (GameRules.decide(decidedOn, envelope.command(), context)) {
            case Decision.Refused(Refusal reason) -> refused(reason, now);
            // Nothing happens, so the collection waits for a command that changes something.
            case Decision.Accepted(Result result, var events) when events.isEmpty() ->
                    unchanged(state, result, now);
            case Decision.Accepted(Result result, var events) ->
                    changed(state, envelope, result, joined(collected, events), context);
        };
    }

    private Handled handleUnknownPlayer(CommandEnvelope envelope) {
        long now = envelope.nowMillis();
        RuleContext context = new RuleContext(now, catalog, random);
        if (!(envelope.command() instanceof CreatePlayer create)) {
            return refused(new PlayerRefusal.UnknownPlayer(envelope.player()), now);
        }
        return switch (PlayerRules.create(envelope.player(), create, context)) {
            case Decision.Refused(Refusal reason) -> refused(reason, now);
            case Decision.Accepted(Result result, var events) ->
                    changed(null, envelope, result, events, context);
        };
    }

    private static boolean collectsFirst(PlayerState state, CommandEnvelope envelope) {
        return state.income().collectOnNextCommand()
                && envelope.actor() == Actor.Player.SELF
                && !(envelope.command() instanceof IncomeCommand)
                && !(envelope.command() instanceof SessionCommand);
    }

    private static List<GameEvent> joined(
            IncomeEvent.@Nullable IncomeCollected first, List<GameEvent> events) {
        if (first == null) {
            return events;
        }
        List<GameEvent> all = new ArrayList<>(events.size() + 1);
        all.add(first);
        all.addAll(events);
        return all;
    }

    private static Handled refused(Refusal reason, long now) {
        Outcome outcome = new Outcome.Refused(reason);
        return new Handled(new Answer(outcome, null, PassiveIncome.NONE, now, false), null);
    }

    private static Handled unchanged(PlayerState state, Result result, long now) {
        Outcome outcome = new Outcome.Accepted(result);
        return new Handled(new Answer(outcome, state, incomeIn(result), now, false), null);
    }

    private Handled changed(
            @Nullable PlayerState state,
            CommandEnvelope envelope,
            Result result,
            List<GameEvent> events,
            RuleContext context) {
        long now = context.nowMillis();
        PlayerState after = GameRules.evolve(state, envelope.player(), events, now);
        List<GameEvent> all = events;
        GameEvent reaction = GameRules.reaction(after, context);
        if (reaction != null) {
            all = new ArrayList<>(events);
            PlayerState reacted = after;
            while (reaction != null) {
                all.add(reaction);
                reacted = GameRules.evolve(reacted, envelope.player(), reaction);
                reaction = GameRules.reaction(reacted, context);
            }
            after = reacted;
        }
        StateChange change =
                new StateChange(
                        changeIds.getAsLong(),
                        envelope.player(),
                        after.sequence(),
                        now,
                        envelope.command().getClass().getSimpleName(),
                        envelope.operationId(),
                        envelope.actor(),
                        catalog.version(),
                        durability(envelope.command(), all),
                        List.copyOf(all),
                        after.wallet());
        PassiveIncome income =
                all.getFirst() instanceof IncomeEvent.IncomeCollected collected
                        ? IncomeRules.result(collected)
                        : PassiveIncome.NONE;
        return new Handled(
                new Answer(new Outcome.Accepted(result), after, income, now, false), change);
    }

    private static PassiveIncome incomeIn(Result result) {
        return result instanceof IncomeResult.PassiveIncome income ? income : PassiveIncome.NONE;
    }

    private static Durability durability(Command command, List<GameEvent> events) {
        Durability durability = command.durability();
        for (int i = 0; i < events.size(); i++) {
            durability = durability.and(events.get(i).durability());
        }
        return durability;
    }
}
