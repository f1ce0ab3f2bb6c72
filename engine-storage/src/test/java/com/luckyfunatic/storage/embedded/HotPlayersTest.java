package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.embedded.HotPlayer.Committed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HotPlayersTest {
    private static final PlayerId ONE = new PlayerId(1);

    /** In the same bin of every hash map as {@link #ONE}. */
    private static final PlayerId OTHER = new PlayerId(1L << 32);

    private final List<PlayerId> loaded = new ArrayList<>();

    @Test
    void a_player_is_loaded_once() {
        var players = new HotPlayers(this::load, 10);

        assertThat(players.get(ONE)).isSameAs(players.get(ONE));
        assertThat(loaded).containsExactly(ONE);
    }

    private Committed load(PlayerId player) {
        loaded.add(player);
        return new Committed(null, loaded.size(), 0);
    }

    @Test
    void nobody_waits_for_another_players_loading() throws Exception {
        assertThat(ONE).hasSameHashCodeAs(OTHER);
        var loading = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var players =
                new HotPlayers(
                        player -> {
                            if (player.equals(ONE)) {
                                loading.countDown();
                                awaitUninterrupted(released);
                            }
                            return Committed.NOTHING;
                        },
                        10);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = executor.submit(() -> players.get(ONE));
            loading.await();

            assertThat(executor.submit(() -> players.get(OTHER)).get().id).isEqualTo(OTHER);
            released.countDown();
            assertThat(slow.get().id).isEqualTo(ONE);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_was_loaded_before_a_player_left_memory_does_not_count() {
        List<HotPlayers> players = new ArrayList<>();
        players.add(
                new HotPlayers(
                        player -> {
                            Committed stored = load(player);
                            if (loaded.size() == 1) {
                                // Somebody else loads, changes and leaves the player meanwhile.
                                players.getFirst().get(player);
                                players.getFirst().evict();
                            }
                            return stored;
                        },
                        0));

        assertThat(players.getFirst().get(ONE).committed.position()).isEqualTo(3);
    }
}
