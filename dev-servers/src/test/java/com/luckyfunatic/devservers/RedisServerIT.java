package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisServerIT {
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void runs_scripts_and_keeps_its_data_when_it_is_killed(RedisVersion version) {
        try (var redis = start(version)) {
            ask(
                    redis,
                    commands -> {
                        String script = "return redis.call('INCRBY', KEYS[1], ARGV[1])";
                        var sha = commands.scriptLoad(script);
                        Long sum =
                                commands.evalsha(
                                        sha, ScriptOutputType.INTEGER, new String[] {"sum"}, "5");
                        assertThat(sum).isEqualTo(5);
                    });
            var port = redis.address().getPort();
            var process = redis.processId();

            redis.kill();
            assertThat(redis.isRunning()).isFalse();
            assertThat(ProcessHandle.of(process)).isEmpty();
            redis.restart();

            assertThat(redis.address().getPort()).isEqualTo(port);
            assertThat(redis.processId()).isNotEqualTo(process);
            ask(redis, commands -> assertThat(commands.get("sum")).isEqualTo("5"));
        }
    }

    @Test
    void is_the_version_that_was_asked_for() {
        try (var redis = start(RedisVersion.OLDEST)) {
            ask(redis, c -> assertThat(c.info("server")).contains("redis_version:6.2."));
        }
        try (var redis = start(RedisVersion.NEWEST)) {
            ask(redis, c -> assertThat(c.info("server")).contains("redis_version:7.4."));
        }
    }

    @Test
    void answers_nothing_while_it_is_paused() {
        try (var redis = start(RedisVersion.NEWEST)) {
            redis.pause();
            assertThat(redis.isRunning()).isTrue();
            var impatient = RedisURI.create(redis.uri());
            impatient.setTimeout(Duration.ofMillis(200));
            assertThatThrownBy(() -> ask(impatient, RedisCommands::ping))
                    .hasRootCauseInstanceOf(RedisCommandTimeoutException.class);

            redis.resume();
            ask(redis, commands -> assertThat(commands.ping()).isEqualTo("PONG"));
        }
    }

    @Test
    void can_be_stopped_while_it_is_paused_and_started_again() {
        try (var redis = start(RedisVersion.NEWEST)) {
            ask(redis, commands -> commands.set("name", "Ann"));
            redis.pause();
            redis.stop();
            redis.stop();
            assertThat(redis.isRunning()).isFalse();
            assertThatThrownBy(redis::kill).hasMessage("Redis is not running");

            redis.restart();
            assertThatThrownBy(redis::restart).hasMessage("Redis is running");
            ask(redis, commands -> assertThat(commands.get("name")).isEqualTo("Ann"));
        }
    }

    @Test
    void has_its_port_and_its_data_again_when_the_directory_is_used_later() {
        int port;
        try (var redis = start(RedisVersion.NEWEST)) {
            port = redis.address().getPort();
            ask(redis, commands -> commands.set("name", "Ann"));
        }
        try (var redis = start(RedisVersion.NEWEST)) {
            assertThat(redis.address().getPort()).isEqualTo(port);
            ask(redis, commands -> assertThat(commands.get("name")).isEqualTo("Ann"));
        }
    }

    @Test
    void a_directory_belongs_to_one_server() {
        try (var redis = start(RedisVersion.NEWEST)) {
            assertThatThrownBy(() -> start(RedisVersion.NEWEST))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another server uses the directory");
            assertThat(redis.isRunning()).isTrue();
        }
    }

    @Test
    void a_start_that_fails_says_what_the_server_said_and_leaves_the_directory_free() {
        var files = TestFiles.get();
        assertThatThrownBy(() ->
                        RedisServer.start(
                                files,
                                RedisVersion.NEWEST,
                                directory,
                                List.of("--no-such-setting", "1")))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("Redis ended by itself")
                .hasMessageContaining("no-such-setting");
        try (var redis = start(RedisVersion.NEWEST)) {
            assertThat(redis.isRunning()).isTrue();
        }
    }

    private RedisServer start(RedisVersion version) {
        return TestFiles.orSkip(
                () -> RedisServer.start(TestFiles.get(), version, directory, List.of()));
    }

    private static void ask(RedisServer redis, Consumer<RedisCommands<String, String>> question) {
        ask(RedisURI.create(redis.uri()), question);
    }

    private static void ask(RedisURI uri, Consumer<RedisCommands<String, String>> question) {
        var client = RedisClient.create(uri);
        try (var connection = client.connect()) {
            question.accept(connection.sync());
        } finally {
            client.shutdown();
        }
    }
}
