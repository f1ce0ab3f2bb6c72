package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.RafflesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedRafflesTest extends RafflesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
