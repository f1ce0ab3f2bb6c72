package com.luckyfunatic.storage.embedded;

/** What a write needs: the tables it goes to, and the writer's own bookkeeping. */
record EmbeddedTables(
        Journal journal,
        Operations operations,
        EmbeddedFollowUpQueue followUps,
        SnapshotPass snapshotPass,
        Positions positions,
        GreatestId greatestId) {}
