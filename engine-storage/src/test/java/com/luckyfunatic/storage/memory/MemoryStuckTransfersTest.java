package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StuckTransfersContract;

class MemoryStuckTransfersTest extends StuckTransfersContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
