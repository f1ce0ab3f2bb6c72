package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.SupportPlansContract;

class EmbeddedSupportPlansTest extends SupportPlansContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
