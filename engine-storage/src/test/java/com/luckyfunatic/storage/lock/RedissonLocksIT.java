package com.luckyfunatic.storage.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.RedisClusterAddress;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.testkit.servers.WithRedisCluster;
import com.luckyfunatic.storage.lock.Locks.Attempt;
import com.luckyfunatic.storage.lock.Locks.Standing;
import com.luckyfunatic.storage.redis.RedisSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithRedis
@WithRedisCluster
@WithOwnServers
class RedissonLocksIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration HANGS = Duration.ofSeconds(60);

    private static void goesFirst(Locks one, Locks other) {
        Attempt first = one.attempt("a", Duration.ZERO, LONG);
        assertThat(first.standing()).isEqualTo(Standing.FIRST);
        try (Attempt second = other.attempt("a", Duration.ofMillis(20), LONG)) {
            assertThat(second.standing()).isEqualTo(Standing.TAKEN);
        }
        try (Attempt elsewhere = other.attempt("b", Duration.ZERO, LONG)) {
            assertThat(elsewhere.standing()).isEqualTo(Standing.FIRST);
        }

        first.close();

        try (Attempt next = other.attempt("a", Duration.ZERO, LONG)) {
            assertThat(next.standing()).isEqualTo(Standing.FIRST);
        }
    }

    @Test
    void one_process_goes_first_until_it_is_done(RedisAddress redis) {
        RedisSettings settings = RedisSettings.single(redis.uri());
        try (Locks one = RedissonLocks.in(settings, redis.prefix());
                Locks other = RedissonLocks.in(settings, redis.prefix())) {
            goesFirst(one, other);
        }
    }

    @Test
    void the_same_on_a_cluster(RedisClusterAddress redis) {
        RedisSettings settings = RedisSettings.cluster(redis.uris());
        try (Locks one = RedissonLocks.in(settings, redis.prefix());
                Locks other = RedissonLocks.in(settings, redis.prefix())) {
            goesFirst(one, other);
        }
    }

    @Test
    void whoever_waits_goes_on_as_soon_as_the_other_is_done_or_dead(RedisAddress redis) {
        RedisSettings settings = RedisSettings.single(redis.uri());
        try (Locks one = RedissonLocks.in(settings, redis.prefix());
                Locks other = RedissonLocks.in(settings, redis.prefix())) {
            // Never given back, as by a process that has died.
            Attempt dead = one.attempt("c", Duration.ZERO, Duration.ofMillis(300));
            assertThat(dead.standing()).isEqualTo(Standing.FIRST);

            try (Attempt next = other.attempt("c", LONG, LONG)) {
                assertThat(next.standing()).isEqualTo(Standing.FIRST);
            }
            // The end of a lock that is another's by now.
            dead.close();
        }
    }

    @Test
    void without_the_service_all_go_on_at_once(OwnServers servers) {
        RedisServer redis = servers.redis(RedisVersion.NEWEST);
        try (Locks locks = RedissonLocks.in(RedisSettings.single(redis.uri()), "")) {
            Attempt held = first(locks);
            redis.pause();
            for (Standing standing : List.of(Standing.UNKNOWN, Standing.UNKNOWN)) {
                long began = System.nanoTime();
                try (Attempt attempt = locks.attempt("d", Duration.ofMillis(50), LONG)) {
                    assertThat(attempt.standing()).isEqualTo(standing);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(HANGS);
            }
            held.close();
            redis.resume();
            redis.kill();
            try (Attempt attempt = locks.attempt("e", Duration.ofMillis(50), LONG)) {
                assertThat(attempt.standing()).isEqualTo(Standing.UNKNOWN);
            }
        }
    }

    /** The first attempt connects, which on a busy machine takes longer than it is waited for. */
    private static Attempt first(Locks locks) {
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Attempt attempt = locks.attempt("d", Duration.ZERO, LONG);
        while (attempt.standing() == Standing.UNKNOWN) {
            assertThat(System.nanoTime()).isLessThan(giveUpAt);
            attempt = locks.attempt("d", Duration.ZERO, LONG);
        }
        return attempt;
    }

    @ParameterizedTest
    @CsvSource({
        "redis://host, redis://host:6379",
        "redis://user:secret@host, redis://user:secret@host:6379",
        "rediss://host/2?timeout=1s, rediss://host:6379/2?timeout=1s",
        "redis://user:secret@host:1, redis://user:secret@host:1"
    })
    void the_usual_port_is_put_in_where_an_address_has_none(String given, String used) {
        assertThat(RedissonLocks.withPort(given)).isEqualTo(used);
    }

    @Test
    void locks_of_nobody_say_nothing_of_others() {
        try (Attempt attempt = Locks.NONE.attempt("f", LONG, LONG)) {
            assertThat(attempt.standing()).isEqualTo(Standing.UNKNOWN);
        }
        Locks.NONE.close();
    }
}
