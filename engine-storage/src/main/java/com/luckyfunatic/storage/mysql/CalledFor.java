package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.List;
import java.util.Objects;

/**
 * A follow-up that is to be queued.
 *
 * @param atMillis when the change was made that calls for it, epoch milliseconds
 */
public record CalledFor(FollowUp followUp, long atMillis) {
    /** Returns what {@code change} calls for, in order. */
    public static List<CalledFor> by(StateChange change) {
        return change.events().stream()
                .map(event -> event.followUp(change.player()))
                .filter(Objects::nonNull)
                .map(followUp -> new CalledFor(followUp, change.atMillis()))
                .toList();
    }
}
