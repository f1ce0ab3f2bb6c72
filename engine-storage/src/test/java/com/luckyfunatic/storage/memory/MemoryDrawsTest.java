package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.DrawsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryDrawsTest extends DrawsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
