package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.AuditContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryAuditTest extends AuditContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
