package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TransferOutboxContract;

class EmbeddedTransferOutboxTest extends TransferOutboxContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
