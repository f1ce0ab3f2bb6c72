package com.luckyfunatic.server.presence;

import static com.luckyfunatic.engine.presence.PresenceRules.IDLE_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.presence.ClientInfo;
import com.luckyfunatic.engine.presence.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final ClientInfo WEB = new ClientInfo("web", "1");

    private final Tally tally = new Tally();
    private final PlayerId player = new PlayerId(1);

    @Test
    void one_player_is_one_sighting() {
        tally.add(Sighting.request(player, 1_000, WEB));
        tally.add(Sighting.taps(player, 1_010, 5));
        tally.add(Sighting.request(player, 990, ClientInfo.UNKNOWN));

        assertThat(tally.take()).containsExactly(new Sighting(player, 990, 1_010, 2, 5, WEB));
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void idle_time_within_a_tally_parts_sightings_in_their_order() {
        tally.add(Sighting.request(player, 0, WEB));
        tally.add(Sighting.request(player, IDLE_MILLIS, WEB));
        tally.add(Sighting.request(player, 2 * IDLE_MILLIS - 1, WEB));

        assertThat(tally.take())
                .containsExactly(
                        new Sighting(player, 0, 0, 1, 0, WEB),
                        new Sighting(player, IDLE_MILLIS, 2 * IDLE_MILLIS - 1, 2, 0, WEB));
    }

    @Test
    void nothing_is_lost_or_counted_twice_while_others_take() throws Exception {
        int writers = 3;
        int each = 20_000;
        var go = new CountDownLatch(1);
        List<Sighting> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                done.add(
                        threads.submit(() -> {
                            go.await();
                            for (int i = 0; i < each; i++) {
                                tally.add(Sighting.request(new PlayerId(1 + i % 5), i, WEB));
                            }
                            return null;
                        }));
            }
            go.countDown();
            while (!done.stream().allMatch(Future::isDone)) {
                taken.addAll(tally.take());
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
        taken.addAll(tally.take());

        assertThat(taken.stream().mapToLong(Sighting::requests).sum())
                .isEqualTo((long) writers * each);
    }
}
