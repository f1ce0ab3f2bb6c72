package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.clock.SharedClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Opens the storage on a machine whose clock is wrong, beside databases whose clocks are right. */
@WithRedis
@WithMySql
@WithCassandra
class DistributedClockIT {
    private static final Duration AHEAD = Duration.ofSeconds(45);
    private static final InstantSource RIGHT = InstantSource.system();
    private static final InstantSource WRONG = InstantSource.offset(RIGHT, AHEAD);

    private final DistributedSettings settings;

    DistributedClockIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        settings = TestDatabases.on(redis, mySql, cassandra);
    }

    private static List<String> clocksBlamed(DistributedStorage storage, InstantSource machine) {
        return storage.findings(machine).stream()
                .filter(finding -> finding.text().startsWith("its clock is "))
                .map(Finding::backend)
                .toList();
    }

    @Test
    void what_happens_is_timed_by_the_clock_of_the_database_not_by_that_of_the_machine() {
        SharedClock clock = new SharedClock(WRONG, System::nanoTime);
        try (DistributedStorage storage = DistributedStorage.open(settings, clock)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());

            long before = RIGHT.millis();
            Profile ann = engine.logIn(TelegramAccount.of(9_700_001, "Ann"), null).profile();
            long after = RIGHT.millis();

            assertThat(ann.joinedAtMillis())
                    .isBetween(
                            before - SharedClock.ERROR_MAX.toMillis(),
                            after + SharedClock.ERROR_MAX.toMillis());
        }
    }

    @Test
    void that_the_clock_of_the_machine_is_wrong_is_found_and_that_of_redis_is_not_blamed() {
        SharedClock clock = new SharedClock(WRONG, System::nanoTime);
        try (DistributedStorage storage = DistributedStorage.open(settings, clock)) {
            assertThat(clocksBlamed(storage, WRONG)).containsExactly("mysql");
            assertThat(clocksBlamed(storage, RIGHT)).isEmpty();
        }
    }
}
