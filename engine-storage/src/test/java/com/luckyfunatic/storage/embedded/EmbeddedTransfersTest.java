package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TransfersContract;

class EmbeddedTransfersTest extends TransfersContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
