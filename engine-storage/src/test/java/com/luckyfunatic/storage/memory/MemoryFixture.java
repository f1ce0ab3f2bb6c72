package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import java.time.Duration;

/** A new memory storage for each test, with as long a history as the contracts need. */
final class MemoryFixture implements StorageFixture {
    private static final int CHANGES_KEPT = Math.toIntExact(StoreCapabilities.CHANGES_KEPT_MIN);

    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(false, Duration.ZERO, CHANGES_KEPT);
    }

    @Override
    public GameStorage open() {
        return new MemoryStorage(CHANGES_KEPT);
    }
}
