package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.ReferralsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryReferralsTest extends ReferralsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
