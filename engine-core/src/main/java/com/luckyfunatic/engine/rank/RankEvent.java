package com.luckyfunatic.engine.rank;

import com.luckyfunatic.engine.GameEvent;

/** What happened to ranks. */
public sealed interface RankEvent extends GameEvent {
    /**
     * A rank was reached, and its reward paid as far as the balance cap allows.
     *
     * @param rank its number
     * @param jokersDelta what was credited
     * @param cut what the balance cap cut off
     */
    record RankReached(int rank, long jokersDelta, long cut) implements RankEvent {}
}
