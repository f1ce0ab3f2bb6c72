package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.FollowUpQueueContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryFollowUpQueueTest extends FollowUpQueueContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
