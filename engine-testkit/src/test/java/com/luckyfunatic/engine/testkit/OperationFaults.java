package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Player stores that do one thing wrong with operation ids. */
final class OperationFaults {
    private OperationFaults() {}

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

    static final class CountsTheDayFromTheLatestCommand extends BrokenStorage {
        private final Map<OperationId, Long> first = new HashMap<>();
        private long latestMillis;

        CountsTheDayFromTheLatestCommand(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            latestMillis = Math.max(latestMillis, envelope.nowMillis());
            OperationId id = envelope.operationId();
            if (id == null || envelope.command().durability() == Durability.HARD) {
                return right.execute(envelope, handler);
            }
            long at = first.computeIfAbsent(id, _ -> envelope.nowMillis());
            boolean old = latestMillis - at > Duration.ofDays(1).toMillis();
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
}
