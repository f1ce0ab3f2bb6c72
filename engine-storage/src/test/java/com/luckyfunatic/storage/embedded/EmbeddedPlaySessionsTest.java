package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PlaySessionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPlaySessionsTest extends PlaySessionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
