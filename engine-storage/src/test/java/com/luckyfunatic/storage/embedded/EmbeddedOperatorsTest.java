package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.OperatorsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedOperatorsTest extends OperatorsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
