package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.OperatorActionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedOperatorActionsTest extends OperatorActionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
