package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PlayerDirectoryContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPlayerDirectoryTest extends PlayerDirectoryContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
