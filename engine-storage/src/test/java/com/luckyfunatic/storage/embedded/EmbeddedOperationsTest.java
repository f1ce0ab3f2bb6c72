package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.OperationsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedOperationsTest extends OperationsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
