package com.luckyfunatic.benchmarks.server;

import com.luckyfunatic.benchmarks.run.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker that does every job, as a process of its own. Not thread-safe. */
public final class WorkerProgram implements AutoCloseable {
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Thread killedWithUs;

    private WorkerProgram(Process process, Thread hook) {
        this.process = process;
        killedWithUs = hook;
    }

    /**
     * Starts one.
     *
     * @param settings as variables of the environment
     * @param log where its output is appended
     */
    public static WorkerProgram start(WorkerCommand command, Map<String, String> settings, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command.line())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(ServerProcess.PASSED_ON);
        builder.environment().putAll(settings);
        Process process = builder.start();
        Thread hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        return new WorkerProgram(process, hook);
    }

    /** Whether {@code owner} of a lease is this process. */
    public boolean is(String owner) {
        return owner.startsWith("worker " + process.pid() + " ");
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it like {@code kill -9} and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        forget();
    }

    /** Lets it stand still. */
    public void freeze() throws IOException, InterruptedException {
        Signals.freeze(process);
    }

    /** Lets it go on. */
    public void thaw() throws IOException, InterruptedException {
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
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(killedWithUs);
        } catch (IllegalStateException e) {
            // We are being shut down ourselves, and the hook has run.
        }
    }
}
