package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.PopupWavesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;

class MemoryPopupWavesTest extends PopupWavesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
