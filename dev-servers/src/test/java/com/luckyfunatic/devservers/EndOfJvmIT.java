package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No server outlives the JVM that started it. */
class EndOfJvmIT {
    @TempDir Path directory;

    @BeforeAll
    static void redis_runs_here() {
        var _ = TestFiles.orSkip(() -> TestFiles.get().redis(RedisVersion.NEWEST));
    }

    @Test
    void a_server_dies_with_its_killed_jvm_and_its_data_can_be_used_at_once() throws Exception {
        var jvm = startJvm();
        var server = serverOf(jvm);

        assertThat(jvm.destroyForcibly().waitFor()).isNotZero();
        try (var next =
                RedisServer.start(TestFiles.get(), RedisVersion.NEWEST, directory, List.of())) {
            assertThat(server.isAlive()).isFalse();
            assertThat(next.isRunning()).isTrue();
        }
    }

    @Test
    void a_paused_server_dies_too() throws Exception {
        var jvm = startJvm();
        var server = serverOf(jvm);
        assertThat(kill("STOP", server)).isZero();

        jvm.destroyForcibly();

        assertThat(server.onExit().get(20, TimeUnit.SECONDS)).isEqualTo(server);
    }

    @Test
    void a_server_dies_with_a_jvm_that_ends_in_order() throws Exception {
        var jvm = startJvm();
        var server = serverOf(jvm);

        jvm.destroy();

        assertThat(server.onExit().get(20, TimeUnit.SECONDS)).isEqualTo(server);
    }

    @Test
    void the_shell_between_them_ends_with_the_server() throws Exception {
        try (var redis =
                RedisServer.start(TestFiles.get(), RedisVersion.NEWEST, directory, List.of())) {
            var shell = ProcessHandle.of(redis.processId()).orElseThrow().parent().orElseThrow();
            var all = shell.descendants().toList();
            assertThat(all).hasSize(2);

            redis.kill();

            assertThat(shell.isAlive()).isFalse();
            assertThat(all).noneMatch(ProcessHandle::isAlive);
        }
    }

    private Process startJvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfunatic.servers.files=" + System.getProperty("funatic.servers.files"),
                        "-Dfunatic.servers.directory="
                                + System.getProperty("funatic.servers.directory"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsServer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle serverOf(Process jvm) throws IOException {
        var pid = jvm.inputReader().readLine();
        assertThat(pid).isNotNull();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static int kill(String signal, ProcessHandle process) throws Exception {
        return new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .start()
                .waitFor();
    }
}
