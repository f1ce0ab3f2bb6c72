package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PlatformAccountsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPlatformAccountsTest extends PlatformAccountsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
