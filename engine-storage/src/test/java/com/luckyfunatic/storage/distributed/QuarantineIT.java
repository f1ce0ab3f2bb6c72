package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import com.luckyfunatic.storage.redis.Partitions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plants entries that nobody can understand between good ones. */
@WithRedis
@WithMySql
@WithCassandra
class QuarantineIT {
    private static final int PARTITIONS = 8;

    private final RedisAddress redis;
    private final DistributedSettings settings;

    QuarantineIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        settings = TestDatabases.on(redis, mySql, cassandra);
    }

    private static List<Map<String, String>> broken(PlayerId player) {
        String id = player.toString();
        return List.of(
                Map.of("x", "no field that we know"),
                Map.of("p", "nobody", "v", "1 1 1 1", "c", "1 {}"),
                Map.of("p", id, "v", "a version", "c", "1 {}"),
                Map.of("p", id, "v", "1 1 901 1", "c", "nothing-but-a-word"),
                Map.of("p", id, "v", "1 1 902 1", "c", "when {}"),
                Map.of("p", id, "v", "1 1 903 1", "c", "1790000000000 {\"command\": "),
                Map.of("p", id, "v", "1 1 904 1", "c", "1790000000000 {}", "a", "no answer"));
    }

    private void plant(PlayerId player) {
        String journal =
                redis.prefix() + "{p%03d}:journal".formatted(new Partitions(PARTITIONS).of(player));
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            broken(player).forEach(body -> connection.sync().xadd(journal, body));
        }
    }

    @Test
    void the_drain_goes_on_and_what_it_cannot_understand_is_listed_once() {
        try (DistributedStorage storage =
                DistributedStorage.open(settings, InstantSource.system())) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
            engine.execute(player, new Tap(1));
            plant(player);
            engine.execute(player, new Tap(1));
            long sequence = engine.player(player).orElseThrow().sequence();

            storage.workers().finish();

            List<Quarantine.Listed> listed = storage.quarantine().list(Long.MAX_VALUE, 100);
            assertThat(listed).hasSameSizeAs(broken(player));
            assertThat(listed)
                    .extracting(Quarantine.Listed::entry)
                    .allSatisfy(entry -> {
                        assertThat(entry.reason()).isNotBlank();
                        assertThat(entry.sink()).isEqualTo(QuarantinedEntry.Sink.ARCHIVE);
                        assertThat(entry.name()).matches("\\d+-\\d+");
                        assertThat(entry.document()).isNotBlank();
                    });
            assertThat(storage.workers().work().quarantined()).isEqualTo(listed.size());
            assertThat(storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items())
                    .hasSize((int) sequence);
            assertThat(storage.quarantine().list(listed.getLast().number() + 1, 1))
                    .containsExactly(listed.getLast());
            assertThat(storage.quarantine().put(List.of(listed.getFirst().entry()))).isZero();
        }
    }

    @Test
    void a_storage_opens_though_the_last_entry_of_a_journal_is_broken() {
        long greatest;
        try (DistributedStorage storage =
                DistributedStorage.open(settings, InstantSource.system())) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(2, "Bob"), null).profile().id();
            engine.execute(player, new Tap(1));
            plant(player);
            greatest = storage.greatestId();
        }
        try (DistributedStorage storage =
                DistributedStorage.open(settings, InstantSource.system())) {
            assertThat(storage.greatestId()).isGreaterThanOrEqualTo(greatest);
        }
    }
}
