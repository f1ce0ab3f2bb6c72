package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void watch() {
        channel.freezeTime();
        SilenceWatch.over(channel, LIMIT, nanos::get);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    /** Lets time pass, in which what is due is done. */
    private void pass(long millis) {
        for (int i = 0; i < millis; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_back_is_closed_and_not_too_early() {
        channel.writeOutbound("PING");
        pass(999);
        assertThat(channel.isOpen()).isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void one_that_nobody_asks_anything_on_stays() {
        pass(3_000);
        channel.writeOutbound("PING");
        channel.writeInbound("PONG");
        pass(3_000);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void any_sign_of_life_counts_also_part_of_a_long_answer() {
        channel.writeOutbound("KEYS *");
        pass(500);
        channel.writeInbound("some");
        pass(2_000);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void what_is_asked_later_has_its_own_time() {
        channel.writeOutbound("PING");
        pass(500);
        channel.writeInbound("PONG");
        channel.writeOutbound("PING");
        pass(999);
        assertThat(channel.isOpen()).isTrue();
        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }
}
