package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * A player's state as of {@code (epoch, sequence)}.
 *
 * @param epoch how often the player has been loaded; tells copies in the hot store apart
 * @param sequence the state's sequence; 0 without a state
 * @param generation the partition's generation when it was written
 * @param atMillis when the state last changed, epoch milliseconds; 0 without a state
 * @param format the version of the stored form; 0 without a state
 * @param state the stored form; null for a player who has none
 */
public record Snapshot(
        PlayerId player,
        long epoch,
        long sequence,
        long generation,
        long atMillis,
        int format,
        @Nullable String state) {
    /** Returns whether this is later than {@code other}. */
    boolean isAfter(Snapshot other) {
        return isAfter(other.epoch, other.sequence);
    }

    /** Returns whether this is later than what is stored as of another epoch and sequence. */
    boolean isAfter(long otherEpoch, long otherSequence) {
        return epoch > otherEpoch || (epoch == otherEpoch && sequence > otherSequence);
    }
}
