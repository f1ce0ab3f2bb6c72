package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.player.PlayerId;

/**
 * A change as the journal holds it.
 *
 * @param player whose state changed
 * @param epoch the epoch it was made in
 * @param sequence the state's sequence after it
 * @param changeId unique among all changes
 * @param atMillis when, epoch milliseconds; never before the player's change before it
 * @param document the stored form of its {@link com.luckyfunatic.storage.codec.ChangeDocument}
 */
public record AuditEntry(
        PlayerId player, long epoch, long sequence, long changeId, long atMillis, String document)
        implements AuditRow {
    @Override
    public AuditPosition position() {
        return new AuditPosition(sequence, changeId, 0);
    }
}
