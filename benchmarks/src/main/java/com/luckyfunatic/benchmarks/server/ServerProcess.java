package com.luckyfunatic.benchmarks.server;

import com.luckyfunatic.devservers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server of which we know the process. Thread-safe. */
public final class ServerProcess implements AutoCloseable {
    /** Where commands let the server write its output: not among results, it names paths. */
    public static final Path LOG = Path.of("benchmarks", "target", "server.log");

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 10;
    static final List<String> PASSED_ON = List.of("PATH", "HOME", "JAVA_HOME", "LANG");

    private final Process process;
    private final URI url;
    private final Duration startTime;
    private final Path log;
    private final Thread killedWithUs;

    private ServerProcess(Process process, URI url, Duration startTime, Path log, Thread hook) {
        this.process = process;
        this.url = url;
        this.startTime = startTime;
        this.log = log;
        killedWithUs = hook;
    }

    /**
     * Starts a server and waits until it says that the game can be played.
     *
     * @param log where its output is appended
     * @throws IOException when it ends or does not become ready; the message says where its output
     *     is
     */
    public static ServerProcess start(ServerCommand command, ServerSettings settings, Path log)
            throws IOException, InterruptedException {
        return start(command, settings, Ports.free(), log);
    }

    /**
     * Starts a server on a port of the caller's choice, on which it can be started again.
     *
     * @see #start(ServerCommand, ServerSettings, Path)
     */
    public static ServerProcess start(
            ServerCommand command, ServerSettings settings, int port, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command.line())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        settings.replace(builder.environment());
        builder.environment().put("FUNATIC_HTTP_PORT", Integer.toString(port));
        long start = System.nanoTime();
        Process process = builder.start();
        Thread hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        URI url = URI.create("http://127.0.0.1:" + port);
        boolean ready = false;
        try {
            awaitReady(process, url, log);
            ready = true;
        } finally {
            if (!ready) {
                process.destroyForcibly();
                forget(hook);
            }
        }
        Duration startTime = Duration.ofNanos(System.nanoTime() - start);
        return new ServerProcess(process, url, startTime, log, hook);
    }

    private static void awaitReady(Process process, URI url, Path log)
            throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(url.resolve("/readyz")).timeout(POLL_TIMEOUT).GET().build();
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, question)) {
                boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() > deadline) {
                    throw new IOException("the server did not start; its output is in " + log);
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest question)
            throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** From the start of the command to the first answer that the game can be played. */
    public Duration startTime() {
        return startTime;
    }

    /** Where its output is. */
    public Path log() {
        return log;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** CPU time it has used, nanoseconds; 0 where the operating system does not tell. */
    public long cpuNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Resident memory in MiB; 0 where the operating system does not tell. */
    public long residentMiB() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        return 0;
    }

    /** Ends it like {@code kill -9} and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        forget();
    }

    /** Asks it to stop, and waits; after half a minute it is killed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        forget(killedWithUs);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // We are being shut down ourselves, and the hook has run.
        }
    }
}
