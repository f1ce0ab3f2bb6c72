package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;

/** What happened in time trials. */
public sealed interface TimeTrialEvent extends GameEvent {
    /**
     * A try began.
     *
     * @param nonce drawn
     * @param seed drawn
     * @param atMillis when, epoch milliseconds
     */
    record TimeTrialStarted(TimeTrialId trial, long nonce, long seed, long atMillis)
            implements TimeTrialEvent {}

    /**
     * A try ended in time.
     *
     * @param millis how long it took
     * @param atMillis when it ended, epoch milliseconds
     * @param medals the targets that were met for the first time, slowest first
     * @param paid what they paid
     * @param cut what of it did not fit
     */
    record TimeTrialFinished(
            TimeTrialId trial,
            long millis,
            long atMillis,
            List<Medal> medals,
            Reward paid,
            Reward cut)
            implements TimeTrialEvent {
        /** Copies the list. */
        public TimeTrialFinished {
            medals = List.copyOf(medals);
        }

        @Override
        public long funzDelta() {
            return paid.funz();
        }

        @Override
        public long jokersDelta() {
            return paid.jokers();
        }

        @Override
        public Durability durability() {
            return medals.isEmpty() ? Durability.SOFT : Durability.HARD;
        }
    }
}
