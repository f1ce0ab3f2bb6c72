package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.TournamentEntriesContract;

class MemoryTournamentEntriesTest extends TournamentEntriesContract {
    @Override
    protected StorageFixture newFixture() {
        return new MemoryFixture();
    }
}
