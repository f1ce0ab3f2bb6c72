package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.DrawsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedDrawsTest extends DrawsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
