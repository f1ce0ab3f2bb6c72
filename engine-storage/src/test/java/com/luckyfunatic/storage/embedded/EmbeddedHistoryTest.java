package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.HistoryContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedHistoryTest extends HistoryContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
