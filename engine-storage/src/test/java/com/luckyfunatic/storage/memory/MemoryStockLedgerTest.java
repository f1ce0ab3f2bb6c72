package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StockLedgerContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryStockLedgerTest extends StockLedgerContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
