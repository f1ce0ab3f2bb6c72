package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.CampaignsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryCampaignsTest extends CampaignsContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
