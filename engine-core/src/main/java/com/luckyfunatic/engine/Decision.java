package com.luckyfunatic.engine;

import java.util.List;

/** What the rules say to a command. */
public sealed interface Decision {
    /**
     * The command is carried out.
     *
     * @param result what the caller gets besides the new state
     * @param events what happened, in order; none when nothing changes
     */
    record Accepted(Result result, List<GameEvent> events) implements Decision {}

    /** The command is not allowed; nothing changes. */
    record Refused(Refusal reason) implements Decision {}

    /** Accepts without a change. */
    static Decision accepted(Result result) {
        return new Accepted(result, List.of());
    }

    /** Accepts with one event. */
    static Decision accepted(Result result, GameEvent event) {
        return new Accepted(result, List.of(event));
    }

    /** Accepts with several events, in order. */
    static Decision accepted(Result result, List<GameEvent> events) {
        return new Accepted(result, List.copyOf(events));
    }

    /** Refuses. */
    static Decision refused(Refusal reason) {
        return new Refused(reason);
    }
}
