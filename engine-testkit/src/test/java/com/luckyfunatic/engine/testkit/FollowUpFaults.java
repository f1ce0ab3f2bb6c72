package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.ArrayList;
import java.util.List;

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
