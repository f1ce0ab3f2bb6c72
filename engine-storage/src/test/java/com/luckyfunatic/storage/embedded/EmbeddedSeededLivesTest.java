package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.SeededLivesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedSeededLivesTest extends SeededLivesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
