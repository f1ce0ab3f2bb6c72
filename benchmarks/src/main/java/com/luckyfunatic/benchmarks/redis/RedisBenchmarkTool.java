package com.luckyfunatic.benchmarks.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The load generator that comes with Redis. */
final class RedisBenchmarkTool implements Yardstick {
    /** Names the environment variable with its path, if it is not on the search path. */
    static final String SETTING = "FUNATIC_REDIS_BENCHMARK";

    private static final Pattern RATE = Pattern.compile("([0-9.]+) requests per second");
    private static final int FIRST_REQUESTS = 20_000;

    private final Path tool;
    private final int port;
    private final int inFlight;
    private final List<String> call;

    RedisBenchmarkTool(Path tool, int port, int inFlight, List<String> call) {
        this.tool = tool;
        this.port = port;
        this.inFlight = inFlight;
        this.call = List.copyOf(call);
    }

    /** Returns where it is on this machine, if anywhere. */
    static Optional<Path> find() {
        String setting = System.getenv(SETTING);
        if (setting != null && !setting.isBlank()) {
            return Optional.of(Path.of(setting));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "redis-benchmark"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String name() {
        return "redis-benchmark";
    }

    @Override
    public double perSecond(Duration duration) {
        double guess = run(FIRST_REQUESTS);
        return run((long) Math.max(FIRST_REQUESTS, guess * duration.toMillis() / 1_000));
    }

    private double run(long requests) {
        List<String> command = new ArrayList<>();
        command.add(tool.toString());
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-q", "-c", "1"));
        command.addAll(List.of("-P", Integer.toString(inFlight), "-n", Long.toString(requests)));
        command.addAll(call);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("redis-benchmark said: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {}
}
