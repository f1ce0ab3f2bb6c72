package com.luckyfunatic.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A {@code worker run} as a process of its own, and what it prints. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private WorkerProcess(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts one with settings as variables, for all jobs or those that are named. */
    static WorkerProcess start(Map<String, String> variables, String... jobs) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                "run",
                                "--metrics-port",
                                "0")
                        .redirectErrorStream(true);
        builder.command().addAll(List.of(jobs));
        builder.environment().putAll(variables);
        return new WorkerProcess(builder.start());
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line, which must come before it ends. */
    String await(Predicate<String> wanted) {
        while (true) {
            boolean isAlive = process.isAlive();
            for (String line : lines) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            if (!isAlive) {
                throw new AssertionError("it ended and said " + lines);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    List<String> lines() {
        return lines;
    }

    long pid() {
        return process.pid();
    }

    /** Kills it as a failing machine would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to stop, and returns its exit code. */
    int stop() throws InterruptedException {
        process.toHandle().destroy(); // Process.destroy would close its output too
        int code = process.waitFor();
        reader.join();
        return code;
    }

    @Override
    public void close() {
        kill();
    }
}
