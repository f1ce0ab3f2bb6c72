package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.CampaignsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedCampaignsTest extends CampaignsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
