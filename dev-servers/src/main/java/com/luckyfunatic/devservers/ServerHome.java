package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The directory of one server: its data, its log, the ports it had last time, and a lock that keeps
 * every other program out until {@link #close}.
 */
final class ServerHome implements AutoCloseable {
    private static final Duration LAST_BREATH = Duration.ofSeconds(10);

    private final Path directory;
    private final FileChannel lock;

    private ServerHome(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Creates {@code directory} if need be and locks it.
     *
     * @throws IllegalStateException if another server uses it
     */
    static ServerHome open(Path directory) {
        try {
            var home = Files.createDirectories(directory).toRealPath();
            var channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException("another server uses the directory " + home);
            }
            var opened = new ServerHome(home, channel);
            opened.awaitPreviousProcess();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The channel is returned to the caller of open through the home, and closing it releases the
    // lock.
    @SuppressWarnings("resource")
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    Path log() {
        return directory.resolve("server.log");
    }

    /**
     * The port that this server had last time if it is free, else another, remembered by {@code
     * name}.
     */
    int port(String name) {
        var file = directory.resolve(name);
        var last = read(file).map(Integer::parseInt).filter(Ports::take);
        return last.orElseGet(() -> {
            int port = Ports.free();
            write(file, Integer.toString(port));
            return port;
        });
    }

    /** Remembers the process that now works on the data. */
    void remember(ProcessHandle process) {
        write(processFile(), process.pid() + " " + startOf(process));
    }

    /**
     * When a JVM is killed its server follows within moments. Whoever starts the next one may be
     * faster, and two servers on the same files would ruin them.
     */
    private void awaitPreviousProcess() {
        read(processFile()).flatMap(ServerHome::running).ifPresent(ServerHome::awaitEnd);
    }

    private static Optional<ProcessHandle> running(String remembered) {
        return ProcessHandle.of(Long.parseLong(remembered.substring(0, remembered.indexOf(' '))))
                .filter(process -> remembered.equals(process.pid() + " " + startOf(process)));
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit()
                    .completeOnTimeout(process, LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("waiting for the end of " + process.pid(), e);
        }
        if (process.isAlive()) {
            throw new IllegalStateException("process " + process.pid() + " still uses these data");
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private Path processFile() {
        return directory.resolve("process");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file)).filter(text -> !text.isBlank())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
