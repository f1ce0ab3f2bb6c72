package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.CatalogReleasesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryCatalogReleasesTest extends CatalogReleasesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
