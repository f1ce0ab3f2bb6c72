package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;

/** What time trials give back. */
public sealed interface TimeTrialResult extends Result {
    /**
     * A try has begun.
     *
     * @param expiresAtMillis the last moment it can be finished, epoch milliseconds
     */
    record TryStarted(TimeTrialRun run, long expiresAtMillis) implements TimeTrialResult {}

    /**
     * A try has ended.
     *
     * @param millis how long it took
     * @param bestMillis the shortest time of all, this one included
     * @param medals the targets that were met for the first time, slowest first
     * @param paid what they paid
     * @param cut what of it did not fit
     */
    record TryFinished(
            TimeTrialId trial,
            long millis,
            long bestMillis,
            List<Medal> medals,
            Reward paid,
            Reward cut)
            implements TimeTrialResult {
        /** Copies the list. */
        public TryFinished {
            medals = List.copyOf(medals);
        }
    }
}
