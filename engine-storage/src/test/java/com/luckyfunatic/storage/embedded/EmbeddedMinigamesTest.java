package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.MinigamesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedMinigamesTest extends MinigamesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
