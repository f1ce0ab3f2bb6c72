package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everybody in flight meets a new generation; one asks MySQL for it, and the others wait. */
@WithRedis
@Timeout(60)
class OneConfirmsIT {
    private static final PlayerId PLAYER = new PlayerId(1);

    private final RedisAddress address;

    OneConfirmsIT(RedisAddress address) {
        this.address = address;
    }

    /** Tells a generation only when it is released. */
    private static final class Held extends HotRedis.Generations {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger questions = new AtomicInteger();

        @Override
        public long current(int partition) {
            questions.incrementAndGet();
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.current(partition);
        }
    }

    private static Thread start(FutureTask<RedisPlayers.Read> reading) {
        Thread thread = new Thread(reading);
        thread.start();
        return thread;
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void who_comes_second_waits_for_the_first() throws Exception {
        Held held = new Held();
        try (HotRedis redis = new HotRedis(address, held)) {
            FutureTask<RedisPlayers.Read> first =
                    new FutureTask<>(() -> redis.players.read(PLAYER, null));
            FutureTask<RedisPlayers.Read> second =
                    new FutureTask<>(() -> redis.players.read(PLAYER, null));
            Thread one = start(first);
            held.asked.await();
            untilWaiting(one);
            untilWaiting(start(second));
            held.released.countDown();

            assertThat(first.get()).isInstanceOf(RedisPlayers.Read.NotLoaded.class);
            assertThat(second.get()).isEqualTo(first.get());
            assertThat(held.questions).hasValue(1);
        }
    }
}
