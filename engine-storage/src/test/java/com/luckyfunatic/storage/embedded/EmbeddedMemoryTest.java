package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many players are in memory at once. */
class EmbeddedMemoryTest {
    private static final int PLAYERS = 6_000;
    private static final int IN_MEMORY = 100;
    private static final int CALLERS = 512;

    @TempDir private Path directory;

    /**
     * More players change in each transaction than snapshots are written at a time. A player who
     * waits for a snapshot cannot leave memory, so changes have to wait too.
     */
    @Test
    void a_flood_of_new_players_does_not_fill_the_memory() {
        EmbeddedSettings settings = EmbeddedSettings.in(directory).with(IN_MEMORY, 1_000_000);
        try (EmbeddedStorage storage = EmbeddedStorage.open(settings)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            AtomicInteger next = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    callers.execute(() -> {
                        int player = next.incrementAndGet();
                        while (player <= PLAYERS) {
                            engine.logIn(TelegramAccount.of(player, "Ann"), null);
                            most.accumulateAndGet(storage.playersInMemory(), Math::max);
                            player = next.incrementAndGet();
                        }
                    });
                }
            }

            assertThat(next).hasValueGreaterThan(PLAYERS);
            // Those who may wait, those just written, and what is under way.
            assertThat(most.get()).isLessThan(2 * IN_MEMORY + 3 * CALLERS);
        }
    }
}
