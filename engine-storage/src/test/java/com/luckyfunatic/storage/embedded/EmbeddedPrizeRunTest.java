package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PrizeRunContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPrizeRunTest extends PrizeRunContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
