package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.StoragePart;
import com.luckyfunatic.server.health.ReadinessCheck;
import com.luckyfunatic.server.health.ReadinessSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether each part of the storage answers. */
@Singleton
final class StorageReadiness implements ReadinessSource {
    private final List<ReadinessCheck> checks;

    StorageReadiness(GameEngine engine) {
        checks = engine.storage().parts().stream().<ReadinessCheck>map(PartCheck::new).toList();
    }

    @Override
    public List<ReadinessCheck> checks() {
        return checks;
    }

    private record PartCheck(StoragePart part) implements ReadinessCheck {
        @Override
        public String name() {
            return part.name();
        }

        @Override
        public boolean essential() {
            return part.essential();
        }

        @Override
        public void check() {
            part.check().run();
        }
    }
}
