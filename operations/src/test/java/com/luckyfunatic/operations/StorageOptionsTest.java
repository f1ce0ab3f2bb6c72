package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
