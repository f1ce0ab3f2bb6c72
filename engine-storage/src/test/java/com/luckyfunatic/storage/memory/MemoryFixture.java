package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import java.time.Duration;

/** A new memory storage for each test. */
final class MemoryFixture implements StorageFixture {
    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(false, Duration.ZERO, MemoryStorage.CHANGES_KEPT_DEFAULT);
    }

    @Override
    public GameStorage open() {
        return new MemoryStorage();
    }
}
