package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.AdmissionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryAdmissionsTest extends AdmissionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
