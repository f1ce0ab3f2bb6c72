package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.FriendsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedFriendsTest extends FriendsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
