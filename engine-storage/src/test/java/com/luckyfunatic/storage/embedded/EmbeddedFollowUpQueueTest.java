package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.FollowUpQueueContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedFollowUpQueueTest extends FollowUpQueueContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
