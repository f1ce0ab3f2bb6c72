package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.ErasureContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedErasureTest extends ErasureContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
