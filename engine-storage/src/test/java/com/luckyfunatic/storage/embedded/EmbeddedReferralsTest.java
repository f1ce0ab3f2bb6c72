package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.ReferralsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedReferralsTest extends ReferralsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
