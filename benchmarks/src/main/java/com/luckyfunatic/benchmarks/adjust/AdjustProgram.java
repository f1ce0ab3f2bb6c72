package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.benchmarks.server.LoadOperator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code admin adjust} as a process of its own, with the options of the start scripts. Not
 * thread-safe.
 */
final class AdjustProgram {
    private static final Path JARS = Path.of("admin-cli", "target", "lib");
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG");
    private static final List<String> OPTIONS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m");

    private final Process process;

    /**
     * The way to the players.
     *
     * @param words options of the command
     * @param variables its settings, as variables of the environment
     */
    record Way(List<String> words, Map<String, String> variables) {
        /** On the storage that the variables name. */
        static Way direct(Map<String, String> variables) {
            return new Way(List.of("--direct", "--by", "benchmark"), variables);
        }

        /** By way of a server. */
        static Way by(URI server, LoadOperator operator) {
            return new Way(
                    List.of(
                            "--server",
                            server.toString(),
                            "--operator",
                            operator.name(),
                            "--credential-file",
                            operator.credentialFile().toString(),
                            "--yes"),
                    Map.of());
        }
    }

    private AdjustProgram(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param log where its output is appended
     */
    static AdjustProgram start(Path file, Path results, Way way, Path log) throws IOException {
        if (!Files.isDirectory(JARS)) {
            throw new IOException("no program in " + JARS + ": benchmarks/run builds it");
        }
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(OPTIONS);
        line.addAll(List.of("-cp", JARS + "/*", "com.luckyfunatic.admin.Admin", "adjust"));
        line.addAll(way.words());
        line.addAll(List.of("--reason", "benchmark"));
        line.addAll(List.of("--file", file.toString(), "--results", results.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().putAll(way.variables());
        return new AdjustProgram(builder.start());
    }

    /** Waits so long, or until it ends; returns whether it still runs. */
    boolean isRunningAfter(long time, TimeUnit unit) throws InterruptedException {
        return !process.waitFor(time, unit);
    }

    /** Ends it like {@code kill -9} and waits until it is gone; returns whether it still ran. */
    boolean kill() throws InterruptedException {
        boolean isRunning = process.isAlive();
        process.destroyForcibly().waitFor();
        return isRunning;
    }

    /** Waits for its end; returns its exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }
}
