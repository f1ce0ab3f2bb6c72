package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TransfersContract;

class MemoryTransfersTest extends TransfersContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
