package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.RaffleTicketsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryRaffleTicketsTest extends RaffleTicketsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
