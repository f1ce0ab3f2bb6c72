package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class StorageOptionsTest {
    @TempDir private Path directory;

    @Command(name = "test")
    private static final class Program implements Runnable {
        @Mixin private StorageOptions options;

        @SuppressWarnings("NullAway.Init") // picocli sets it
        Program() {}

        @Override
        public void run() {}
    }

    private static StorageOptions parse(String... arguments) {
        Program program = new Program();
        new CommandLine(program).parseArgs(arguments);
        return program.options;
    }

    private Path config(String text) throws IOException {
        return Files.writeString(directory.resolve("server.yaml"), text);
    }

    @Test
    void usually_the_storage_is_embedded_in_the_data_directory() {
        StorageOptions options = parse();

        assertThat(options.isDistributed()).isFalse();
        assertThat(options.directory()).isEqualTo(Path.of("./data"));
    }

    @Test
    void databases_are_judged_by_the_mode_and_what_somebody_vouches_for() throws IOException {
        Path file = config("mode: prod\nredis-settings-unchecked: true\n");
        assertThat(parse("--config", file.toString()).isProduction()).isTrue();
        assertThat(parse("--config", file.toString(), "--mode", "DEV").isProduction()).isFalse();

        DatabaseCheck usual = parse().databaseCheck(_ -> {}, _ -> {});
        DatabaseCheck production =
                parse("--config", file.toString()).databaseCheck(_ -> {}, _ -> {});
        DatabaseCheck flagged =
                parse("--config", file.toString(), "--mode", "DEV").databaseCheck(_ -> {}, _ -> {});

        assertThat(usual.production()).isFalse();
        assertThat(usual.madeSure()).isFalse();
        assertThat(production.production()).isTrue();
        assertThat(production.madeSure()).isTrue();
        assertThat(flagged.production()).isFalse();
        StorageOptions wrong = parse("--mode", "live");
        assertThatThrownBy(() -> wrong.databaseCheck(_ -> {}, _ -> {}))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--mode is dev or prod, not 'live'");
    }

    private static List<String> wordsOfWaiting(StorageOptions options) {
        List<String> told = new ArrayList<>();
        DatabaseWait wait =
                options.databaseWait(told::add)
                        .pausing(_ -> {
                            throw new InterruptedException();
                        });
        assertThatThrownBy(() ->
                        wait.open(() -> {
                            throw new StorageUnavailableException("away");
                        }))
                .isInstanceOf(StorageUnavailableException.class);
        // The flag is left set when the waiting is ended.
        var _ = Thread.interrupted();
        return told;
    }

    @Test
    void databases_are_waited_for_as_long_as_the_file_says() throws IOException {
        Path impatient = config("database-wait: 0s\n");

        assertThat(wordsOfWaiting(parse()))
                .containsExactly("waiting for the databases, 0 s of 60 s: away");
        assertThat(wordsOfWaiting(parse("--config", impatient.toString()))).isEmpty();
    }

    @Test
    void flags_win_over_the_file() throws IOException {
        Path file = config("storage: distributed\ndata-dir: /there\n");

        assertThat(parse("--config=" + file).isDistributed()).isTrue();
        assertThat(parse("--config=" + file).directory()).isEqualTo(Path.of("/there"));
        assertThat(parse("--config=" + file, "--storage=embedded").isDistributed()).isFalse();
    }

    @Test
    void a_game_is_there_when_its_file_is() throws IOException {
        StorageOptions options = parse("--data-dir=" + directory);

        assertThat(options.hasEmbeddedGame()).isFalse();
        options.openEmbedded().close();
        assertThat(options.hasEmbeddedGame()).isTrue();
    }

    @Test
    void what_is_wrong_is_named() throws IOException {
        assertThatThrownBy(() -> parse("--storage=cloud").isDistributed())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'cloud'");
        assertThatThrownBy(() -> parse("--storage=distributed").openDistributed())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("redis-url");
        assertThatThrownBy(() -> parse("--config=/none.yaml").directory())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("/none.yaml cannot be read");

        Path redisOnly = config("redis-url: redis://localhost:1\n");
        assertThatThrownBy(() -> parse("--config=" + redisOnly).openDistributed())
                .hasMessageContaining("mysql-url");
    }

    @Test
    void the_databases_are_used_as_the_server_uses_them() throws IOException {
        Path file =
                config(
                        """
                        partitions: 8
                        redis-url: redis://localhost:1
                        redis-cluster: true
                        redis-timeout: 2s
                        redis-key-prefix: "game:"
                        mysql-url: jdbc:mariadb://localhost:1/funatic
                        mysql-user: ada
                        mysql-password: hush
                        mysql-timeout: 3s
                        scylla-contact-points: localhost
                        scylla-consistency: local_one
                        scylla-user: eve
                        scylla-password: hush too
                        scylla-tls: true
                        """);

        DistributedSettings settings = parse("--config=" + file).distributed();

        assertThat(settings.keyPrefix()).isEqualTo("game:");
        assertThat(settings.redis())
                .isEqualTo(
                        RedisSettings.cluster(List.of("redis://localhost:1"))
                                .withTimeout(Duration.ofSeconds(2)));
        assertThat(settings.mySql())
                .isEqualTo(
                        MySqlSettings.of("jdbc:mariadb://localhost:1/funatic", "ada", "hush")
                                .within(Duration.ofSeconds(3))
                                .withPartitions(8));
        ScyllaSettings scylla = settings.scylla();
        assertThat(scylla.consistency()).isEqualTo(ScyllaSettings.Consistency.LOCAL_ONE);
        assertThat(scylla.credentials())
                .isEqualTo(new ScyllaSettings.Credentials("eve", "hush too"));
        assertThat(scylla.tls()).isNotNull();
        assertThat(scylla.keyspace()).isEqualTo("funatic");
    }

    @Test
    void what_is_not_said_is_as_it_is_for_the_server() throws IOException {
        Path file =
                config(
                        """
                        redis-url: redis://localhost:1
                        mysql-url: jdbc:mariadb://localhost:1/funatic
                        scylla-contact-points: [localhost, "other:1"]
                        """);

        DistributedSettings settings = parse("--config=" + file).distributed();

        assertThat(settings)
                .isEqualTo(
                        DistributedSettings.of(
                                RedisSettings.single("redis://localhost:1"),
                                MySqlSettings.of("jdbc:mariadb://localhost:1/funatic", "", ""),
                                ScyllaSettings.at(
                                        List.of(
                                                ScyllaSettings.contactPoint("localhost:9042"),
                                                ScyllaSettings.contactPoint("other:1")),
                                        "datacenter1",
                                        "funatic")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partitions: many | partitions is wrong",
                "partitions: 0 | partitions is wrong",
                "redis-url: \"redis://user:hunt er22@host\" | redis-url is wrong",
                "redis-url: \"http://user:hunter22@host\" | redis-url is wrong",
                "redis-cluster: perhaps | redis-cluster is wrong: expected true or false",
                "redis-timeout: 10 | redis-timeout is wrong: expected a number and one of",
                "redis-key-prefix: \"a{b}\" | redis-key-prefix is wrong: expected up to 64",
                "mysql-url: \"jdbc:mysql://u:hunter22@db/game\" | mysql-url is wrong: expected an",
                "mysql-url: \"jdbc:mysql://db/game?password=hunter22\" | without a password",
                "mysql-timeout: 1ms | mysql-timeout is wrong",
                "scylla-contact-points: \"host:0\" | is no ScyllaDB node",
                "scylla-contact-points: \":1\" | is no ScyllaDB node",
                "scylla-keyspace: My-Game | scylla-keyspace is wrong: expected up to 48",
                "scylla-consistency: all | scylla-consistency is wrong: expected local_one",
            })
    void what_cannot_be_meant_is_refused_and_no_secret_repeated(String line, String said)
            throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("redis-url", "redis-url: redis://localhost:1");
        lines.put("mysql-url", "mysql-url: jdbc:mariadb://localhost:1/funatic");
        lines.put("scylla-contact-points", "scylla-contact-points: localhost");
        lines.put(line.substring(0, line.indexOf(':')), line);
        Path file = config(String.join("\n", lines.values()));

        assertThatThrownBy(() -> parse("--config=" + file).distributed())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("er22");
    }

    @Test
    void nodes_are_hosts_with_or_without_a_port() throws IOException {
        Path file =
                config(
                        """
                        redis-url: [redis://localhost:1, redis://localhost:2]
                        mysql-url: jdbc:mariadb://localhost:1/funatic
                        """);
        assertThatThrownBy(() ->
                        parse("--config=" + file, "--scylla-contact-points=localhost,other:x")
                                .openDistributed())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'other:x' is no ScyllaDB node");
    }
}
