package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFilesTest {
    @TempDir Path directory;

    @Test
    void says_how_to_make_a_list_that_is_missing() {
        var list = directory.resolve("none");
        assertThatThrownBy(() -> ServerFiles.read(list, directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(list + " is missing; 'mvn -pl dev-servers-files compile' writes it");
    }

    @Test
    void says_which_server_this_machine_cannot_have() throws IOException {
        var list = Files.writeString(directory.resolve("list"), "mariadb.jar=\n");
        var files = ServerFiles.read(list, directory);

        assertThatThrownBy(files::mariaDb)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith("no MariaDB for " + Platform.current());
        assertThatThrownBy(() -> files.redis(RedisVersion.OLDEST))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith("no Redis for ");
        assertThatThrownBy(files::cassandraClassPath)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith("no Cassandra for ");
    }

    @Test
    void says_why_a_binary_does_not_run() throws IOException {
        var script = Files.writeString(directory.resolve("broken"), "#!/bin/sh\necho no; exit 1\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var foreign = Files.writeString(directory.resolve("foreign"), "for some other machine");

        assertThatThrownBy(() -> Binaries.checked(script))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessage(script + " does not run here: no");
        assertThatThrownBy(() -> Binaries.checked(foreign))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith(foreign + " does not run here: ");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux amd64",
        "Linux, aarch64, linux arm64",
        "Mac OS X, aarch64, darwin arm64",
        "Mac OS X, x86_64, darwin amd64",
        "Windows 11, amd64, windows amd64",
        "Linux, riscv64, linux riscv64"
    })
    void names_platforms_as_the_binaries_do(String os, String architecture, String expected) {
        assertThat(Platform.of(os, architecture)).hasToString(expected);
    }
}
