package com.luckyfunatic.engine;

import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.accrual.AccrualRules;
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
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules under one catalog to commands: what a store calls inside its atomic step. It
 * has no effect besides drawing from the random generator and the ids. Immutable.
 */
public final class RuleHandler implements CommandHandler {
    private final ContentTimeline content;
    private final RandomGenerator random;
    private final LongSupplier changeIds;

    /** Decides under {@code catalog}; changes get their ids from {@code changeIds}. */
    public RuleHandler(Catalog catalog, RandomGenerator random, LongSupplier changeIds) {
        this(ContentTimeline.of(catalog), random, changeIds);
    }

    private RuleHandler(ContentTimeline content, RandomGenerator random, LongSupplier changeIds) {
        this.content = content;
        this.random = random;
        this.changeIds = changeIds;
    }

    /**
     * Returns the rules under {@code newCatalog} from {@code fromMillis} on, epoch milliseconds:
     * the first change of a player settles what accrued until then at the rates of the catalog
     * before.
     */
    public RuleHandler under(Catalog newCatalog, long fromMillis) {
        return new RuleHandler(content.next(newCatalog, fromMillis), random, changeIds);
    }

    /** The content that it decides under. */
    public Catalog catalog() {
        return content.catalog();
    }

    /**
     * Since when that content is in force, epoch milliseconds: what has accrued until then is paid
     * at other rates. 0 when there was no other.
     */
    public long inForceSinceMillis() {
        return content.past().isEmpty() ? 0 : content.past().getLast().untilMillis();
    }

    @Override
    public RuleHandler rules() {
        return this;
    }

    /** Returns an id for a change that a store makes by a rule of its own, equal to these. */
    public long nextChangeId() {
        return changeIds.getAsLong();
    }

    @Override
    public Handled handle(@Nullable PlayerState state, CommandEnvelope envelope) {
        if (envelope.isLate()) {
            // Also for whoever is not there: what was held for the command is given up either way.
            return refused(
                    new StockRefusal.ReservationExpired(envelope.decideBeforeMillis()),
                    envelope.nowMillis());
        }
        if (state == null) {
            return handleUnknownPlayer(envelope);
        }
        // Clocks of two servers differ: time never runs before the last change.
        long now = Math.max(envelope.nowMillis(), state.changedAtMillis());
        RuleContext context = new RuleContext(now, catalog(), random);

        Preparation settled = underPresentContent(state, now);
        Preparation prepared =
                collectsFirst(state, envelope) ? collected(settled, context) : settled;
        return switch (GameRules.decide(prepared.state(), envelope.command(), context)) {
            case Decision.Refused(Refusal reason) -> refused(reason, now);
            // Nothing happens, so the collection waits for a command that changes something.
            case Decision.Accepted(Result result, var events) when events.isEmpty() ->
                    settled.events().isEmpty()
                            ? unchanged(state, result, now)
                            : changed(state, envelope, result, settled.events(), context);
            case Decision.Accepted(Result result, var events) ->
                    changed(state, envelope, result, joined(prepared.events(), events), context);
        };
    }

    /** What happens before a command is decided, and the state it is decided on. */
    private record Preparation(PlayerState state, List<GameEvent> events) {}

    /** Settles what has accrued under earlier content at the rates of that content. */
    private Preparation underPresentContent(PlayerState state, long now) {
        long since = settledSince(state);
        if (!content.hasChangedSince(since)) {
            return new Preparation(state, List.of());
        }
        PlayerState settled = state;
        List<GameEvent> events = new ArrayList<>();
        for (ContentTimeline.Past past : content.past()) {
            if (since < past.untilMillis()) {
                long until = Math.min(past.untilMillis(), now);
                AccrualEvent event =
                        AccrualRules.settle(
                                settled, new RuleContext(until, past.catalog(), random));
                settled = AccrualRules.evolve(settled, event);
                events.add(event);
            }
        }
        return new Preparation(settled, events);
    }

    /**
     * Returns the earliest moment from which something is still to accrue. The last change is not
     * it: a tap brings energy up to now and leaves the income where it was.
     */
    private static long settledSince(PlayerState state) {
        return Math.min(state.income().settledAtMillis(), state.energy().atMillis());
    }

    private static Preparation collected(Preparation before, RuleContext context) {
        IncomeEvent.IncomeCollected collected = IncomeRules.collect(before.state(), context);
        return new Preparation(
                IncomeRules.evolve(before.state(), collected),
                joined(before.events(), List.of(collected)));
    }

    private Handled handleUnknownPlayer(CommandEnvelope envelope) {
        long now = envelope.nowMillis();
        RuleContext context = new RuleContext(now, catalog(), random);
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

    private static List<GameEvent> joined(List<GameEvent> first, List<GameEvent> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<GameEvent> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    private static Handled refused(Refusal reason, long now) {
        return new Handled(Answer.refused(reason, now), null);
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
        GameEvent reaction = GameRules.reaction(after, events.getLast(), context);
        if (reaction != null) {
            all = new ArrayList<>(events);
            PlayerState reacted = after;
            while (reaction != null) {
                all.add(reaction);
                reacted = GameRules.evolve(reacted, envelope.player(), reaction);
                reaction = GameRules.reaction(reacted, reaction, context);
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
                        catalog().name(),
                        durability(envelope.command(), all),
                        List.copyOf(all),
                        after.wallet());
        return new Handled(
                new Answer(new Outcome.Accepted(result), after, incomeIn(events), now, false),
                change);
    }

    private static PassiveIncome incomeIn(List<GameEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof IncomeEvent.IncomeCollected collected) {
                return IncomeRules.result(collected);
            }
        }
        return PassiveIncome.NONE;
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
