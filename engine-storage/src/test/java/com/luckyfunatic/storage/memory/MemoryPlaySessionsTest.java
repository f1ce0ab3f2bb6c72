package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PlaySessionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPlaySessionsTest extends PlaySessionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
