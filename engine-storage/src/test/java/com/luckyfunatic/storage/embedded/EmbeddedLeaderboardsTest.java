package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.LeaderboardsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedLeaderboardsTest extends LeaderboardsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
