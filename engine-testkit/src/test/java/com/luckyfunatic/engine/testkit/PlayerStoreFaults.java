package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Player stores that do one thing wrong with states and histories. */
final class PlayerStoreFaults {
    private PlayerStoreFaults() {}

    /** Reads, decides and writes in three steps: of two at once, one is lost. */
    static final class IsNotAtomic extends BrokenStorage {
        IsNotAtomic(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            PlayerState read = find(envelope.player()).orElse(null);
            meetAnother();
            return right.execute(envelope, (_, e) -> handler.handle(read, e));
        }
    }

    static final class StoresBeforeTheHandlerIsDone extends BrokenStorage {
        StoresBeforeTheHandlerIsDone(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            try {
                return right.execute(envelope, handler);
            } catch (IllegalStateException bug) {
                right.execute(
                        envelope,
                        (state, _) ->
                                new Handled(
                                        new Answer(
                                                new Outcome.OperationIdReused(),
                                                state,
                                                PassiveIncome.NONE,
                                                0,
                                                false),
                                        null));
                throw bug;
            }
        }
    }

    /** Reads the state before the last command, as a replica that lags does. */
    static final class ReadsAnOldState extends BrokenStorage {
        private final Map<PlayerId, Optional<PlayerState>> before = new ConcurrentHashMap<>();

        ReadsAnOldState(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            before.put(envelope.player(), right.find(envelope.player()));
            return right.execute(envelope, handler);
        }

        @Override
        public Optional<PlayerState> find(PlayerId player) {
            return before.getOrDefault(player, right.find(player));
        }
    }

    static final class KeepsAmountsAsFloats extends BrokenStorage {
        KeepsAmountsAsFloats(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<PlayerState> find(PlayerId player) {
            return right.find(player)
                    .map(state ->
                            state.with(
                                    new Wallet(
                                            (long) (float) state.wallet().funz(),
                                            state.wallet().jokers(),
                                            state.wallet().funzEarned())));
        }
    }

    static final class LosesAChange extends BrokenStorage {
        LosesAChange(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            Page<StateChange> page = right.history(player, beforeSequence, limit);
            return new Page<>(
                    page.items().stream().filter(each -> each.sequence() != 2).toList(),
                    page.hasMore());
        }
    }

    /** Takes a change that must be durable before it is answered for one that need not. */
    static final class WeakensDurability extends BrokenStorage {
        WeakensDurability(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            Page<StateChange> page = right.history(player, beforeSequence, limit);
            return new Page<>(
                    page.items().stream().map(WeakensDurability::soft).toList(),
                    page.hasMore(),
                    page.endsEarly());
        }

        private static StateChange soft(StateChange change) {
            return new StateChange(
                    change.id(),
                    change.player(),
                    change.sequence(),
                    change.atMillis(),
                    change.command(),
                    change.operationId(),
                    change.actor(),
                    change.catalogVersion(),
                    Durability.SOFT,
                    change.events(),
                    change.walletAfter());
        }
    }

    static final class TellsHistoryForwards extends BrokenStorage {
        TellsHistoryForwards(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            Page<StateChange> page = right.history(player, beforeSequence, limit);
            return new Page<>(page.items().reversed(), page.hasMore());
        }
    }

    static final class RepeatsTheBorderOfAPage extends BrokenStorage {
        RepeatsTheBorderOfAPage(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            long before = beforeSequence == Long.MAX_VALUE ? beforeSequence : beforeSequence + 1;
            return right.history(player, before, limit);
        }
    }

    static final class SaysThatAFullPageHasMore extends BrokenStorage {
        SaysThatAFullPageHasMore(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            Page<StateChange> page = right.history(player, beforeSequence, limit);
            return new Page<>(page.items(), page.items().size() == limit);
        }
    }

    static final class SaysThatEveryHistoryEndsEarly extends BrokenStorage {
        SaysThatEveryHistoryEndsEarly(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            Page<StateChange> page = right.history(player, beforeSequence, limit);
            return new Page<>(page.items(), page.hasMore(), !page.hasMore());
        }
    }

    static final class TakesAnyLimit extends BrokenStorage {
        TakesAnyLimit(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
            return right.history(player, beforeSequence, Math.clamp(limit, 1, Page.LIMIT_MAX));
        }
    }

    static final class ForgetsTheGreatestId extends BrokenStorage {
        ForgetsTheGreatestId(PlainStorage right) {
            super(right);
        }

        @Override
        public long greatestId() {
            return 0;
        }
    }
}
