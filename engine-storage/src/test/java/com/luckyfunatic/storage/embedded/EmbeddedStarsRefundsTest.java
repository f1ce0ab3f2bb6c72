package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StarsRefundsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedStarsRefundsTest extends StarsRefundsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
