package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StarsRefundsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryStarsRefundsTest extends StarsRefundsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
