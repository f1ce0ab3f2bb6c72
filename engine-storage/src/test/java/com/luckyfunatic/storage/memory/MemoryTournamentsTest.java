package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TournamentsContract;

class MemoryTournamentsTest extends TournamentsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
