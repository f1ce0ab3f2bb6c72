package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final Duration LIMIT = Duration.ofMillis(60);
    private static final Duration HANGS = Duration.ofSeconds(20);

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void watch() {
        SilenceWatch.over(channel, LIMIT);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    /** Lets time pass, in which what is due is done. */
    private void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            channel.runScheduledPendingTasks();
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_back_is_closed_and_not_too_early() {
        long asked = System.nanoTime();
        channel.writeOutbound("PING");

        while (channel.isOpen()) {
            channel.runScheduledPendingTasks();
            assertThat(System.nanoTime() - asked).isLessThan(HANGS.toNanos());
        }

        assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(LIMIT.toNanos());
    }

    @Test
    void one_that_nobody_asks_anything_on_stays() {
        pass(LIMIT.multipliedBy(3));
        channel.writeOutbound("PING");
        channel.writeInbound("PONG");
        pass(LIMIT.multipliedBy(3));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void any_sign_of_life_counts_also_part_of_a_long_answer() {
        channel.writeOutbound("KEYS *");
        pass(LIMIT.dividedBy(2));
        channel.writeInbound("some");
        pass(LIMIT.multipliedBy(2));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void what_is_asked_later_has_its_own_time() {
        channel.writeOutbound("PING");
        pass(LIMIT.dividedBy(2));
        channel.writeInbound("PONG");
        channel.writeOutbound("PING");
        long asked = System.nanoTime();

        while (channel.isOpen()) {
            channel.runScheduledPendingTasks();
            assertThat(System.nanoTime() - asked).isLessThan(HANGS.toNanos());
        }

        assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(LIMIT.toNanos() - 1_000_000);
    }
}
