package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TournamentsContract;

class EmbeddedTournamentsTest extends TournamentsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
