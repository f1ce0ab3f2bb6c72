package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queues that do one thing wrong, and storages that lose something when closed. */
final class FollowUpFaults {
    private FollowUpFaults() {}

    static final class QueuesNothing extends BrokenStorage {
        QueuesNothing(PlainStorage right) {
            super(right);
        }

        @Override
        public List<PendingFollowUp> pending(int limit, long nowMillis) {
            return List.of();
        }
    }

    static final class TellsTheLatestFirst extends BrokenStorage {
        TellsTheLatestFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public List<PendingFollowUp> pending(int limit, long nowMillis) {
            return right.pending(limit, nowMillis).reversed();
        }
    }

    static final class TakesWhatIsAskedFor extends BrokenStorage {
        TakesWhatIsAskedFor(PlainStorage right) {
            super(right);
        }

        @Override
        public List<PendingFollowUp> pending(int limit, long nowMillis) {
            List<PendingFollowUp> waiting = right.pending(limit, nowMillis);
            waiting.forEach(right::complete);
            return waiting;
        }
    }

    static final class CompletesTheFirst extends BrokenStorage {
        CompletesTheFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public void complete(PendingFollowUp followUp) {
            right.pending(1).forEach(right::complete);
        }
    }

    static final class PostponesNothing extends BrokenStorage {
        PostponesNothing(PlainStorage right) {
            super(right);
        }

        @Override
        public void postpone(PendingFollowUp followUp) {}
    }

    static final class ForgetsFailuresWhenPostponing extends BrokenStorage {
        private final Set<Long> postponed = new HashSet<>();

        ForgetsFailuresWhenPostponing(PlainStorage right) {
            super(right);
        }

        @Override
        public List<PendingFollowUp> pending(int limit, long nowMillis) {
            return right.pending(limit, nowMillis).stream()
                    .map(each ->
                            postponed.contains(each.id())
                                    ? new PendingFollowUp(
                                            each.id(), each.followUp(), each.queuedAtMillis())
                                    : each)
                    .toList();
        }

        @Override
        public void postpone(PendingFollowUp followUp) {
            right.postpone(followUp);
            postponed.add(right.pending(Integer.MAX_VALUE).getLast().id());
        }
    }

    static final class CountsNoFailures extends BrokenStorage {
        CountsNoFailures(PlainStorage right) {
            super(right);
        }

        @Override
        public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {}
    }

    static final class HidesWhatItCannotRead extends BrokenStorage {
        HidesWhatItCannotRead(PlainStorage right) {
            super(right);
        }

        @Override
        public List<PendingFollowUp> pending(int limit, long nowMillis) {
            return right.pending(limit, nowMillis).stream()
                    .filter(PendingFollowUp::isReadable)
                    .toList();
        }
    }

    static final class LosesWhatItCannotReadWhenPostponing extends BrokenStorage {
        LosesWhatItCannotReadWhenPostponing(PlainStorage right) {
            super(right);
        }

        @Override
        public void postpone(PendingFollowUp followUp) {
            if (followUp.isReadable()) {
                right.postpone(followUp);
            } else {
                right.complete(followUp);
            }
        }
    }

    static final class ListsByNumber extends BrokenStorage {
        ListsByNumber(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
            Page.requireLimit(limit);
            return Page.ofOneMore(
                    right.pending(Integer.MAX_VALUE).stream()
                            .filter(each -> after == null || each.id() > after.id())
                            .limit(limit + 1L)
                            .toList(),
                    limit);
        }
    }

    static final class DropsWithoutATrace extends BrokenStorage {
        DropsWithoutATrace(PlainStorage right) {
            super(right);
        }

        @Override
        public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
            right.findWaiting(followUp.player(), followUp.operationId()).ifPresent(right::complete);
            return new Dropped(by, atMillis);
        }
    }

    static final class LeavesWhatIsDropped extends BrokenStorage {
        private final List<PendingFollowUp> left = new ArrayList<>();

        LeavesWhatIsDropped(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized List<PendingFollowUp> pending(int limit, long nowMillis) {
            List<PendingFollowUp> waiting = new ArrayList<>(left);
            waiting.addAll(right.pending(limit, nowMillis));
            return waiting;
        }

        @Override
        public synchronized Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
            right.findWaiting(followUp.player(), followUp.operationId()).ifPresent(left::add);
            return right.drop(followUp, by, atMillis);
        }
    }

    static final class LetsTheLastDrop extends BrokenStorage {
        LetsTheLastDrop(PlainStorage right) {
            super(right);
        }

        @Override
        public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
            right.drop(followUp, by, atMillis);
            return new Dropped(by, atMillis);
        }
    }

    static final class QueuesAgainOnARepeat extends BrokenStorage {
        private final List<PendingFollowUp> twice = new ArrayList<>();

        QueuesAgainOnARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public synchronized Answer execute(CommandEnvelope envelope, CommandHandler handler) {
            Answer answer = right.execute(envelope, handler);
            if (answer.repeated()) {
                twice.addAll(right.pending(1));
            }
            return answer;
        }

        @Override
        public synchronized List<PendingFollowUp> pending(int limit, long nowMillis) {
            List<PendingFollowUp> waiting = new ArrayList<>(right.pending(limit, nowMillis));
            waiting.addAll(twice);
            return waiting;
        }
    }

    /** Every opening starts with a queue that is empty. */
    static final class LosesTheQueueWhenClosed extends BrokenStorage {
        LosesTheQueueWhenClosed(PlainStorage right) {
            super(right);
            right.pending(Integer.MAX_VALUE).forEach(right::complete);
        }
    }

    static final class GoesOnWhenClosed extends BrokenStorage {
        GoesOnWhenClosed(PlainStorage right) {
            super(right);
        }

        @Override
        public void close() {
            right.open();
        }
    }
}
