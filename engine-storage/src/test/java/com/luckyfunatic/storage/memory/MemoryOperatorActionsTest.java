package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.OperatorActionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryOperatorActionsTest extends OperatorActionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
