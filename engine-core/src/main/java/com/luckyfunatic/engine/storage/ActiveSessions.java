package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stretches of play that are going on, or have ended and are not in the {@link SessionHistory}
 * yet. A store may lose what was not flushed, never count it twice. Thread-safe; every method may
 * block.
 */
public interface ActiveSessions {
    /**
     * Counts sightings, as {@link com.luckyfunatic.engine.presence.PresenceRules} decide, those of
     * one player in their order. When it fails, some may have been counted: the same batch again
     * counts the others only.
     *
     * @param sender who has seen them: a word that no other process has, now or later
     * @param batch the sender's number of this batch, from 1; greater for each new one. A sender
     *     sends one batch after the other
     * @param sightings what was seen
     * @throws StorageUnavailableException when not all may have been counted; repeat the batch
     */
    void record(String sender, long batch, List<Sighting> sightings);

    /** Returns the latest session of {@code player} that is still kept here. */
    Optional<PlaySession> latest(PlayerId player);

    /**
     * Hands over what {@code history} may not have, and then forgets the sessions that are over. It
     * does no harm when several processes do so at once.
     *
     * @param nowMillis epoch milliseconds
     * @param history keeps sessions, or throws; then they are handed over again the next time
     * @return how many sessions were handed over
     */
    long flush(long nowMillis, Consumer<List<PlaySession>> history);
}
