package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PurchasesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPurchasesTest extends PurchasesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
