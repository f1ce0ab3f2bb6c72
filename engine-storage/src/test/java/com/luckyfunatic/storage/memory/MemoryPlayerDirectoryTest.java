package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PlayerDirectoryContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPlayerDirectoryTest extends PlayerDirectoryContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
