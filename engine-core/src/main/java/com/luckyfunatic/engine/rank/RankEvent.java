package com.luckyfunatic.engine.rank;

import com.luckyfunatic.engine.GameEvent;

/** What happened to ranks. */
public sealed interface RankEvent extends GameEvent {
    /** A rank was reached, and its reward paid as far as the balance cap allows. */
    record RankReached(int rank, long jokersDelta) implements RankEvent {}
}
