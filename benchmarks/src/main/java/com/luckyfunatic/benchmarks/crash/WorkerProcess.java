package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.run.Signals;
import com.luckyfunatic.benchmarks.server.JavaCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@link StorageWorker} as a child process, which ends with this one. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 15;

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * How to start a program of this module that opens the storage.
     *
     * @param first directories of classes that replace those of this program
     * @param jars a directory with what the storage needs and this program does not have
     */
    record Command(List<Path> first, Path jars) {
        private static final int HEAP_MIB = 160;

        Command {
            first = List.copyOf(first);
        }

        List<String> line(Class<?> program, List<String> arguments) {
            List<String> classPath = new ArrayList<>();
            first.forEach(each -> classPath.add(each.toAbsolutePath().toString()));
            classPath.add(System.getProperty("java.class.path"));
            classPath.add(jars.toAbsolutePath() + "/*");
            return JavaCommand.line(
                    HEAP_MIB,
                    Campaign.SHORT_LIFE,
                    String.join(File.pathSeparator, classPath),
                    program.getName(),
                    arguments);
        }
    }

    /** Starts one and waits until it works; what it logs is appended to {@code log}. */
    static WorkerProcess start(Command command, List<String> arguments, Path log)
            throws IOException {
        List<String> line = command.line(StorageWorker.class, arguments);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("worker-log")
                .daemon()
                .start(() -> copy(process.inputReader(), log, ready));
        if (!ready.join()) {
            process.destroyForcibly();
            throw new IOException("the storage's worker did not start; see " + log);
        }
        return new WorkerProcess(process);
    }

    /** Appends what it prints to its log, until it ends. */
    private static void copy(BufferedReader from, Path log, CompletableFuture<Boolean> ready) {
        try (from;
                BufferedWriter to =
                        Files.newBufferedWriter(
                                log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.equals(StorageWorker.READY)) {
                    ready.complete(true);
                }
                to.write(line);
                to.newLine();
                to.flush();
            }
        } catch (IOException e) {
            // It was killed in the middle of a line.
        } finally {
            ready.complete(false);
        }
    }

    /** Ends it like {@code kill -9} and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Lets it stand still. */
    void pause() throws IOException, InterruptedException {
        Signals.freeze(process);
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        Signals.thaw(process);
    }

    /** Asks it to stop, and waits; in the end it is killed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
