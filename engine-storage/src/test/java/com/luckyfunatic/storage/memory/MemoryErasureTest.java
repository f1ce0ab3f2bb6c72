package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.ErasureContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryErasureTest extends ErasureContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
