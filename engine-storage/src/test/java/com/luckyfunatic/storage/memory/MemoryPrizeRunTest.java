package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PrizeRunContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPrizeRunTest extends PrizeRunContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
