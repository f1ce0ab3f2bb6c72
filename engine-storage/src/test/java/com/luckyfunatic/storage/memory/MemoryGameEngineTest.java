package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.GameEngineContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryGameEngineTest extends GameEngineContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
