package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.RafflesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryRafflesTest extends RafflesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
