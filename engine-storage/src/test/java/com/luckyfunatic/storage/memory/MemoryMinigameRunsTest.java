package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.MinigameRunsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryMinigameRunsTest extends MinigameRunsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
