package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.ConcurrencyContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryConcurrencyTest extends ConcurrencyContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
