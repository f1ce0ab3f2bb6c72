package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.RaffleTicketsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedRaffleTicketsTest extends RaffleTicketsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
