package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.SeededLivesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemorySeededLivesTest extends SeededLivesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
