package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Player stores that do one thing wrong. */
final class PlayerStoreFaults {
    private PlayerStoreFaults() {}

    private static CommandEnvelope withId(CommandEnvelope envelope, @Nullable OperationId id) {
        return new CommandEnvelope(
                envelope.player(), id, envelope.nowMillis(), envelope.actor(), envelope.command());
    }

    static final class ForgetsOperations extends BrokenStorage {
        ForgetsOperations(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            return right.execute(withId(envelope, null), handler);
        }
    }

    static final class ForgetsRefusals extends BrokenStorage {
        ForgetsRefusals(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            if (id == null || right.operation(envelope.player(), id).isPresent()) {
                return right.execute(envelope, handler);
            }
            Handled handled = handler.handle(find(envelope.player()).orElse(null), envelope);
            boolean refused = handled.answer().outcome() instanceof Outcome.Refused;
            return right.execute(withId(envelope, refused ? null : id), (_, _) -> handled);
        }
    }

    static final class ForgetsHardOperationsAfterADay extends BrokenStorage {
        private final Map<OperationId, Long> first = new HashMap<>();

        ForgetsHardOperationsAfterADay(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            if (id == null) {
                return right.execute(envelope, handler);
            }
            long at = first.computeIfAbsent(id, _ -> envelope.nowMillis());
            boolean old = envelope.nowMillis() - at > Duration.ofDays(1).toMillis();
            return right.execute(old ? withId(envelope, null) : envelope, handler);
        }
    }

    static final class IgnoresTheCommandOfARepeat extends BrokenStorage {
        IgnoresTheCommandOfARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            return Optional.ofNullable(id)
                    .flatMap(known -> right.operation(envelope.player(), known))
                    .orElseGet(() -> right.execute(envelope, handler));
        }
    }

    static final class SharesOperationIdsAmongPlayers extends BrokenStorage {
        private final Map<OperationId, Answer> answers = new HashMap<>();

        SharesOperationIdsAmongPlayers(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            if (id == null) {
                return right.execute(envelope, handler);
            }
            Answer known = answers.get(id);
            if (known != null) {
                return known.asRepeat();
            }
            Answer answer = right.execute(envelope, handler);
            answers.put(id, answer);
            return answer;
        }
    }

    static final class IgnoresCaseOfOperationIds extends BrokenStorage {
        IgnoresCaseOfOperationIds(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            return right.execute(
                    id == null
                            ? envelope
                            : withId(
                                    envelope, new OperationId(id.value().toLowerCase(Locale.ROOT))),
                    handler);
        }
    }

    static final class IgnoresBlanksAroundOperationIds extends BrokenStorage {
        IgnoresBlanksAroundOperationIds(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            OperationId id = envelope.operationId();
            return right.execute(
                    id == null ? envelope : withId(envelope, new OperationId(id.value().strip())),
                    handler);
        }
    }

    static final class RepeatsWithThePresentState extends BrokenStorage {
        RepeatsWithThePresentState(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            Answer answer = right.execute(envelope, handler);
            return answer.repeated()
                    ? new Answer(
                            answer.outcome(),
                            find(envelope.player()).orElse(null),
                            answer.passiveIncome(),
                            answer.nowMillis(),
                            true)
                    : answer;
        }
    }

    static final class DoesNotMarkRepeats extends BrokenStorage {
        DoesNotMarkRepeats(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            Answer a = right.execute(envelope, handler);
            return new Answer(a.outcome(), a.state(), a.passiveIncome(), a.nowMillis(), false);
        }
    }

    static final class CallsTheHandlerForRepeats extends BrokenStorage {
        CallsTheHandlerForRepeats(PlainStorage right) {
            super(right);
        }

        @Override
        public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            handler.handle(find(envelope.player()).orElse(null), envelope);
            return right.execute(envelope, handler);
        }
    }

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
