package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.function.Consumer;

/** What a storage keeps of all players, for reading only. */
public interface Books {
    /** How many players there are. */
    long players();

    /**
     * Hands out the book of every player, one after the other. Books may be read by any thread, and
     * until the next is asked for at least.
     */
    void forEach(Consumer<PlayerBook> consumer);

    /** Returns the book of {@code player}, who may not exist. */
    PlayerBook of(PlayerId player);
}
