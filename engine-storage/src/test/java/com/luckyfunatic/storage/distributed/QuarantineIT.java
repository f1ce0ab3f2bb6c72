package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
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

    private String journal(PlayerId player) {
        return redis.prefix() + "{p%03d}:journal".formatted(new Partitions(PARTITIONS).of(player));
    }

    private void plant(PlayerId player) {
        String journal = journal(player);
        try (RedisClient client = RedisClient.create(redis.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            broken(player).forEach(body -> connection.sync().xadd(journal, body));
        }
    }

    @Test
    void the_drain_goes_on_and_what_it_cannot_understand_is_listed_once() {
        try (DistributedStorage storage =
                DistributedStorage.open(settings, InstantSource.system())) {
            storage.workers().finish(); // what other tests have planted
            long before = storage.quarantine().list(Long.MAX_VALUE, 100).size();
            long counted = storage.workers().work().quarantined();
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
            engine.execute(player, new Tap(1));
            plant(player);
            engine.execute(player, new Tap(1));
            long sequence = engine.player(player).orElseThrow().sequence();

            storage.workers().finish();

            int added = broken(player).size();
            assertThat(storage.quarantine().list(Long.MAX_VALUE, 100))
                    .hasSize((int) before + added);
            List<Quarantine.Listed> listed = storage.quarantine().list(Long.MAX_VALUE, added);
            assertThat(listed)
                    .extracting(Quarantine.Listed::entry)
                    .allSatisfy(entry -> {
                        assertThat(entry.reason()).isNotBlank();
                        assertThat(entry.sink()).isEqualTo(QuarantinedEntry.Sink.ARCHIVE);
                        assertThat(entry.name()).matches("\\d+-\\d+");
                        assertThat(entry.document()).isNotBlank();
                    });
            assertThat(storage.workers().work().quarantined()).isEqualTo(counted + added);
            assertThat(storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items())
                    .hasSize((int) sequence);
            assertThat(storage.quarantine().list(listed.getLast().number() + 1, 1))
                    .containsExactly(listed.getLast());
            assertThat(storage.quarantine().put(List.of(listed.getFirst().entry()))).isZero();
        }
    }

    @Test
    void what_only_the_audit_does_not_take_is_listed_as_its_refusal() {
        try (DistributedStorage storage =
                DistributedStorage.open(settings, InstantSource.system())) {
            storage.workers().finish(); // what other tests have planted
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(3, "Eve"), null).profile().id();
            StateChange change =
                    storage.players().history(player, Long.MAX_VALUE, 1).items().getFirst();
            PlayerId stranger = new PlayerId(77);
            String document = new GameCodec().write(ChangeDocument.of(change));
            String journal = journal(stranger);
            try (RedisClient client = RedisClient.create(redis.uri());
                    StatefulRedisConnection<String, String> connection = client.connect()) {
                connection
                        .sync()
                        .xadd(
                                journal,
                                Map.of(
                                        "p",
                                        stranger.toString(),
                                        "v",
                                        "1 1 1 5",
                                        "c",
                                        change.atMillis() + " " + document + " ".repeat(1 << 20)));
            }

            storage.workers().finish();
            storage.workers().finish();

            assertThat(storage.quarantine().list(Long.MAX_VALUE, 100))
                    .extracting(Quarantine.Listed::entry)
                    .filteredOn(entry -> entry.sink() == QuarantinedEntry.Sink.AUDIT)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.name()).isEqualTo("77/1/5");
                        assertThat(entry.reason()).contains("characters");
                    });
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
