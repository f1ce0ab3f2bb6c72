package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PurchasesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPurchasesTest extends PurchasesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
