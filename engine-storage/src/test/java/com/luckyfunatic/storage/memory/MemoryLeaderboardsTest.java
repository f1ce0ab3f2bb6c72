package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.LeaderboardsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryLeaderboardsTest extends LeaderboardsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
