package com.luckyfunatic.engine.frenzy;

import com.luckyfunatic.engine.GameEvent;

/** What happened to frenzy. */
public sealed interface FrenzyEvent extends GameEvent {
    /** Frenzy started and the meter is empty again. */
    record FrenzyStarted(long untilMillis, long multiplierBps, long readyAtMillis)
            implements FrenzyEvent {}
}
