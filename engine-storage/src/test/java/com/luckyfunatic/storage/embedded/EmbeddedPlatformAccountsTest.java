package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PlatformAccountsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPlatformAccountsTest extends PlatformAccountsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
