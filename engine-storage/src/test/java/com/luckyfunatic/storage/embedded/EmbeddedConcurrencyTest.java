package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.ConcurrencyContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedConcurrencyTest extends ConcurrencyContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
