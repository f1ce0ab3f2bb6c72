package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlayerLocksTest {
    private static final PlayerId PLAYER = new PlayerId(4_711);

    @Test
    void callers_of_a_player_take_turns() {
        PlayerLocks locks = new PlayerLocks(Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();
        List<Integer> seen =
                Together.run(
                        16,
                        _ -> {
                            int most = 0;
                            for (int i = 0; i < 500; i++) {
                                try (PlayerLocks.Turn _ = locks.turn(PLAYER)) {
                                    most = Math.max(most, inside.incrementAndGet());
                                    inside.decrementAndGet();
                                }
                            }
                            return most;
                        });

        assertThat(seen).containsOnly(1);
    }

    @Test
    void whoever_waits_for_one_that_hangs_goes_on() throws InterruptedException {
        PlayerLocks locks = new PlayerLocks(Duration.ofMillis(20));
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread hangs =
                Thread.ofVirtual()
                        .start(() -> {
                            try (PlayerLocks.Turn _ = locks.turn(PLAYER)) {
                                hanging.countDown();
                                end.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        hanging.await();

        List<Boolean> went =
                Together.run(
                        8,
                        _ -> {
                            try (PlayerLocks.Turn _ = locks.turn(PLAYER)) {
                                return end.getCount() == 1;
                            }
                        });

        assertThat(went).hasSize(8).containsOnly(true);
        end.countDown();
        hangs.join();
    }
}
