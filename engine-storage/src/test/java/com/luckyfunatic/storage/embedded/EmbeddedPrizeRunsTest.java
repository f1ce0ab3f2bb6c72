package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PrizeRunsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPrizeRunsTest extends PrizeRunsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
