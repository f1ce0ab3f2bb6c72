package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StockSalesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryStockSalesTest extends StockSalesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
