package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.GameEngineContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedGameEngineTest extends GameEngineContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
