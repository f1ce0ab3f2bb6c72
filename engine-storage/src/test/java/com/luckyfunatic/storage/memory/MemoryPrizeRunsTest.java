package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PrizeRunsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPrizeRunsTest extends PrizeRunsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
