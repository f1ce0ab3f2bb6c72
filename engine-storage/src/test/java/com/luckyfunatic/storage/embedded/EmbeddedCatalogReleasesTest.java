package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.CatalogReleasesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedCatalogReleasesTest extends CatalogReleasesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
