package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.MinigamesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryMinigamesTest extends MinigamesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
