package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StuckTransfersContract;

class EmbeddedStuckTransfersTest extends StuckTransfersContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
