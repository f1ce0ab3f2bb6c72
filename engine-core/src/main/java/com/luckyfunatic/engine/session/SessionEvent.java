package com.luckyfunatic.engine.session;

import com.luckyfunatic.engine.GameEvent;

/** What happened to sessions. */
public sealed interface SessionEvent extends GameEvent {
    /** A session began at a moment, epoch milliseconds. */
    record LoggedIn(long session, long atMillis) implements SessionEvent {}
}
