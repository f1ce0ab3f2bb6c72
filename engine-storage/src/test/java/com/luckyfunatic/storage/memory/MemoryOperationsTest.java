package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.OperationsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryOperationsTest extends OperationsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
