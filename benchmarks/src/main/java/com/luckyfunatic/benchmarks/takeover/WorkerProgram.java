package com.luckyfunatic.benchmarks.takeover;

import com.luckyfunatic.benchmarks.run.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./funatic worker run} as a process of its own. Not thread-safe. */
final class WorkerProgram implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "JAVA_HOME", "LANG");
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Thread killedWithUs;

    private WorkerProgram(Process process, Thread hook) {
        this.process = process;
        killedWithUs = hook;
    }

    /**
     * Starts one that does every job.
     *
     * @param settings as variables of the environment
     * @param log where its output is appended
     */
    static WorkerProgram start(Map<String, String> settings, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of("funatic").toAbsolutePath().toString(),
                                "worker",
                                "run",
                                "--metrics-port",
                                "-1")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().putAll(settings);
        Process process = builder.start();
        Thread hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        return new WorkerProgram(process, hook);
    }

    /** Whether {@code owner} of a lease is this process. */
    boolean is(String owner) {
        return owner.startsWith("worker " + process.pid() + " ");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it like {@code kill -9} and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it stand still. */
    void freeze() throws IOException, InterruptedException {
        Signals.freeze(process);
    }

    /** Lets it go on. */
    void thaw() throws IOException, InterruptedException {
        Signals.thaw(process);
    }

    /** Asks it to stop, and waits; in the end it is killed. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
            Runtime.getRuntime().removeShutdownHook(killedWithUs);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
