package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.StockLedgerContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedStockLedgerTest extends StockLedgerContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
