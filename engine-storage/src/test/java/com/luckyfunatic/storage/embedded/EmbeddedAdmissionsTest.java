package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.AdmissionsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedAdmissionsTest extends AdmissionsContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
