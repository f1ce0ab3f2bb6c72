package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PlayerStoreContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPlayerStoreTest extends PlayerStoreContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
