package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.testkit.PopupWavesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class EmbeddedPopupWavesTest extends PopupWavesContract {
    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
