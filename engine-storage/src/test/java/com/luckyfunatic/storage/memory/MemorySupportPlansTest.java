package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.SupportPlansContract;

class MemorySupportPlansTest extends SupportPlansContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
