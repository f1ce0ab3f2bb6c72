package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.AuditContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedAuditTest extends AuditContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
