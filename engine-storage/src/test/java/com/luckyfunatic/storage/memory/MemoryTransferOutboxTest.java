package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TransferOutboxContract;

class MemoryTransferOutboxTest extends TransferOutboxContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
