package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.HistoryContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryHistoryTest extends HistoryContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
