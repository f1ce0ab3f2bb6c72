package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The shell in between still tidies up: there is nobody to send a signal to any more. */
    @Test
    void a_server_that_has_just_ended_needs_no_signal(@TempDir Path directory) throws Exception {
        ServerProcess process =
                ServerProcess.start(List.of("sleep", "60"), directory, directory.resolve("log"));
        ProcessHandle server = process.handle();
        ProcessHandle watch = watchOf(server);
        send("STOP", watch);
        try {
            server.destroyForcibly();
            server.onExit().join();

            assertThatCode(() -> process.signal("CONT")).doesNotThrowAnyException();
        } finally {
            send("CONT", watch);
        }
        assertThat(process.awaitEnd(PATIENCE)).isTrue();
    }

    /** The shell starts it a moment after the server. */
    private static ProcessHandle watchOf(ProcessHandle server) {
        ProcessHandle shell = server.parent().orElseThrow();
        while (true) {
            Optional<ProcessHandle> watch =
                    shell.children().filter(each -> !each.equals(server)).findFirst();
            if (watch.isPresent()) {
                return watch.get();
            }
            Thread.onSpinWait();
        }
    }

    private static void send(String name, ProcessHandle process) throws IOException {
        var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
        kill.onExit().join();
    }
}
