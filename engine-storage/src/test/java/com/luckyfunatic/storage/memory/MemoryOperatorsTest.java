package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.OperatorsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryOperatorsTest extends OperatorsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
