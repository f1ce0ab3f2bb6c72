package com.luckyfunatic.server.notice;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.notice.Viewer;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import jakarta.inject.Singleton;

/** Finds out who sees which notices. Thread-safe; calls block on the storage. */
@Singleton
final class Viewers {
    private final GameEngine engine;

    Viewers(GameEngine engine) {
        this.engine = engine;
    }

    /** Returns what decides which notices the player with {@code state} sees. */
    Viewer of(PlayerState state) {
        Profile profile =
                engine.storage()
                        .directory()
                        .profile(state.id())
                        .orElseThrow(() ->
                                new IllegalStateException("no profile of player " + state.id()));
        return new Viewer(
                state.rank().rank(), profile.account().languageCode(), profile.campaign());
    }
}
