package com.luckyfunatic.server.game;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.storage.memory.MemoryStorage;

/** Where servers of tests keep their data: in memory, unless {@link HttpTestRun} says otherwise. */
public interface TestStorage {
    /** Marks a test that counts what others leave behind on a storage. */
    String ALONE = "alone";

    /** Whether one server after the other keeps its data in the same one. */
    boolean isShared();

    /** Opens one for a server. */
    GameStorage open();

    /** Brings up to date what follows the players with a delay. */
    void settle(GameStorage storage);

    /** Called when the server has ended. */
    void close(GameStorage storage);

    /** A storage for each server that forgets everything with it. */
    record InMemory() implements TestStorage {
        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public GameStorage open() {
            return new MemoryStorage();
        }

        @Override
        public void settle(GameStorage storage) {
            // Nothing has a delay there.
        }

        @Override
        public void close(GameStorage storage) {
            storage.close();
        }
    }
}
