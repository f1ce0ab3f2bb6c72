package com.luckyfunatic.server.distributed;

import com.luckyfunatic.server.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server's program in a process of its own, which a test can kill. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Lucky Funatic is ready: (http://127\\.0\\.0\\.1:\\d+/)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable URI uri;
    private @Nullable Thread reading;

    private ServerProcess(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    /** Starts it and returns when it serves, or has ended. */
    static ServerProcess start(
            Path directory, Map<String, String> environment, String... properties) {
        return start(directory, environment, _ -> {}, properties);
    }

    /**
     * Does the same.
     *
     * @param heard is told each line that it prints until then
     */
    static ServerProcess start(
            Path directory,
            Map<String, String> environment,
            Consumer<String> heard,
            String... properties) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow"));
            command.addAll(List.of(properties));
            command.addAll(
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            Application.class.getName()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("FUNATIC_"));
            builder.environment().put("FUNATIC_HTTP_PORT", "0");
            builder.environment().put("FUNATIC_MANAGEMENT_PORT", "-1");
            builder.environment().put("FUNATIC_RATE_LIMITS", "false");
            builder.environment().put("FUNATIC_DATA_DIR", directory.resolve("data").toString());
            builder.environment().putAll(environment);
            ServerProcess started = new ServerProcess(builder.start());
            started.awaitReady(heard);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Consumer<String> heard) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            heard.accept(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                uri = URI.create(ready.group(1));
                reading = Thread.ofVirtual().start(() -> output.lines().forEach(lines::add));
                return;
            }
        }
    }

    /** Returns when everything answers. */
    void untilReady() {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        String said = get("/readyz", "").body();
        while (!said.equals("{\"status\":\"ready\"}")) {
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError(said);
            }
            said = get("/readyz", "").body();
        }
    }

    /** What it has printed. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The processes it has started, directly or not. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token));
    }

    HttpResponse<String> post(String path, String json, String token, String... headers) {
        HttpRequest.Builder request =
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path, String token) {
        URI base = uri;
        if (base == null) {
            throw new AssertionError("it does not serve: " + lines());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            String state = process.isAlive() ? "it runs" : "it has ended";
            throw new UncheckedIOException(state + ":\n" + String.join("\n", lines()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it, as a machine that loses its power would. */
    void kill() {
        try {
            var _ = process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it gently. */
    void stop() throws InterruptedException {
        process.toHandle().destroy();
        var _ = process.waitFor();
        Thread reader = reading;
        if (reader != null) {
            reader.join();
        }
    }

    @Override
    public void close() {
        kill();
        client.close();
    }
}
