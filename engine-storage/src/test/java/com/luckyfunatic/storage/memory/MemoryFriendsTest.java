package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.FriendsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryFriendsTest extends FriendsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
