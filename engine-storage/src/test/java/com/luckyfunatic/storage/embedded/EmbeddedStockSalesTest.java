package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StockSalesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedStockSalesTest extends StockSalesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
