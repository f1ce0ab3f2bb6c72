package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PlayerStoreContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPlayerStoreTest extends PlayerStoreContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
