package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.notice.Viewer;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.server.operation.PlayerReads;
import jakarta.inject.Singleton;

/** Finds out who sees which notices. Thread-safe; calls block on the storage. */
@Singleton
final class Viewers {
    private final PlayerReads reads;

    Viewers(PlayerReads reads) {
        this.reads = reads;
    }

    /** Returns what decides which notices the player with {@code state} sees. */
    Viewer of(PlayerState state) {
        Profile profile = reads.profile(state.id());
        return new Viewer(state.rank().rank(), profile.language(), profile.campaign());
    }
}
