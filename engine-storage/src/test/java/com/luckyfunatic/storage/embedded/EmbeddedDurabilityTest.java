package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.DurabilityContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedDurabilityTest extends DurabilityContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
