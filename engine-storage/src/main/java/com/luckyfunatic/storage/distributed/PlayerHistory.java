package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;

/** Reads changes of players, latest first. Thread-safe. */
interface PlayerHistory {
    /** Returns up to {@code limit} changes of {@code player} before {@code beforeSequence}. */
    Page<StateChange> read(PlayerId player, long beforeSequence, int limit);
}
