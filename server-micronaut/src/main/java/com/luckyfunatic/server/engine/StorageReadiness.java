package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.server.health.ReadinessCheck;
import jakarta.inject.Singleton;

/** Whether the game is built and its storage answers. */
@Singleton
final class StorageReadiness implements ReadinessCheck {
    private final GameEngine engine;

    StorageReadiness(GameEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public void check() {
        engine.storage().checkAvailable();
    }
}
