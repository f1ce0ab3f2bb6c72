package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.MinigameRunsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedMinigameRunsTest extends MinigameRunsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
