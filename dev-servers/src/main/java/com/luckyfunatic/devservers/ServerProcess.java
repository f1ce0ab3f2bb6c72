package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running child process that cannot outlive this JVM, however that ends.
 *
 * <p>Between the JVM and the server stands a small shell. It holds the reading end of a pipe whose
 * writing end only the JVM has: when the JVM is gone, the pipe ends, and the shell kills the
 * server.
 */
final class ServerProcess {
    /**
     * Arguments: the log, then the command. Prints the process id of the server. A session of its
     * own keeps Ctrl-C away from the server: its owner decides when it stops.
     */
    private static final String KEEPER =
            """
            trap '' INT HUP
            exec 3<&0
            log=$1
            shift
            $(command -v setsid) "$@" </dev/null 3<&- >>"$log" 2>&1 &
            server=$!
            echo "$server"
            exec >/dev/null 2>&1
            ( read -r nothing <&3; kill -9 "$server" ) &
            watch=$!
            wait "$server"
            kill "$watch"
            wait "$watch"
            """;

    private final Process keeper;
    private final ProcessHandle server;

    private ServerProcess(Process keeper, ProcessHandle server) {
        this.keeper = keeper;
        this.server = server;
    }

    /** Starts {@code command} in {@code directory}; what it prints is added to {@code log}. */
    static ServerProcess start(List<String> command, Path directory, Path log) throws IOException {
        var all = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh", log.toString()));
        all.addAll(command);
        var keeper = new ProcessBuilder(all).directory(directory.toFile()).start();
        try (var output = keeper.inputReader()) {
            var pid = output.readLine();
            var server = pid == null ? null : ProcessHandle.of(Long.parseLong(pid)).orElse(null);
            if (server == null) {
                keeper.destroyForcibly();
                throw new IOException("cannot start " + command.getFirst());
            }
            return new ServerProcess(keeper, server);
        }
    }

    ProcessHandle handle() {
        return server;
    }

    /** Until the server has ended and the system has forgotten it. */
    boolean isAlive() {
        return keeper.isAlive();
    }

    /** Waits for the end, at most {@code patience}; says whether it has come. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return keeper.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends the signal with this name, such as {@code KILL}. */
    void signal(String name) {
        try {
            var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + server.pid()).start();
            if (kill.onExit().join().exitValue() != 0 && server.isAlive()) {
                throw new IllegalStateException("cannot send " + name + " to " + server.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Freezes the server, and returns when none of its threads runs any more: the signal alone
     * takes effect a little later. Where the system does not show threads as Linux does, the signal
     * has to do.
     */
    void pause() throws IOException {
        signal("STOP");
        var threads = Path.of("/proc", Long.toString(server.pid()), "task");
        while (Files.isDirectory(threads) && !areStopped(threads)) {
            Thread.onSpinWait();
        }
    }

    private static boolean areStopped(Path threads) throws IOException {
        try (var all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                var status = Files.readString(thread.resolve("stat"));
                // The state follows the name, which stands in parentheses and may contain some.
                if (status.charAt(status.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException _) {
            // A thread has ended between the two looks.
            return false;
        }
    }

    /** Kills the server at once, as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        if (isAlive()) {
            signal("KILL");
            keeper.onExit().join();
        }
    }

    /** Asks the server to stop, and kills it when it has not after {@code patience}. */
    void stop(Duration patience) {
        if (isAlive()) {
            signal("TERM");
            // A paused server hears nothing until it runs again.
            signal("CONT");
            keeper.onExit()
                    .completeOnTimeout(keeper, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            kill();
        }
    }
}
