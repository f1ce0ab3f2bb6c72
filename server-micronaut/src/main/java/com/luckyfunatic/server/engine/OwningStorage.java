package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PlayerStore;

/**
 * A storage together with what it runs on, which nobody else uses and which ends after it.
 * Thread-safe.
 */
final class OwningStorage implements GameStorage {
    private final GameStorage storage;
    private final DevDatabases databases;

    OwningStorage(GameStorage storage, DevDatabases databases) {
        this.storage = storage;
        this.databases = databases;
    }

    @Override
    public PlayerStore players() {
        return storage.players();
    }

    @Override
    public PlayerDirectory directory() {
        return storage.directory();
    }

    @Override
    public FollowUpQueue followUps() {
        return storage.followUps();
    }

    @Override
    public long greatestId() {
        return storage.greatestId();
    }

    @Override
    public void checkAvailable() {
        storage.checkAvailable();
    }

    @Override
    public void close() {
        try (databases) {
            storage.close();
        }
    }
}
