package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs as a child process and listens on loopback only. Its data, its log and its
 * port stay the same for as long as its directory exists; the process ends with this JVM at the
 * latest. Thread-safe.
 *
 * <p>Starting throws {@link ServerFailedException} when the server ends or a deadline passes, and
 * {@link IllegalStateException} when the thread is interrupted.
 */
public abstract sealed class DevServer implements AutoCloseable
        permits RedisServer, MariaDbServer, CassandraServer {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);

    private final String name;
    private final ServerHome home;
    private final int port;
    private @Nullable ServerProcess process;

    DevServer(String name, ServerHome home, int port) {
        this.name = name;
        this.home = home;
        this.port = port;
    }

    /** What to execute. */
    abstract List<String> command();

    /** Asks the server something; true if it answers as it should. */
    abstract boolean answers() throws IOException;

    /** How long a start may take. */
    abstract Duration patience();

    /** Where clients reach it. */
    public final InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Where its data and its log are. */
    public final Path directory() {
        return home.directory();
    }

    /** The id of its process. */
    public final synchronized long processId() {
        return running().handle().pid();
    }

    /** Whether its process exists; true also while it is paused. */
    public final synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts it again after {@link #kill} or {@link #stop}, on its old port and data. */
    public final synchronized void restart() {
        if (isRunning()) {
            throw new IllegalStateException(name + " is running");
        }
        try {
            process = ServerProcess.start(command(), home.directory(), home.log());
            home.remember(process.handle());
            awaitAnswer(process);
        } catch (IOException e) {
            throw new ServerFailedException(name + " could not be started", home.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    /**
     * Ends it without warning, as {@code kill -9} does. What it has not handed to the system is
     * lost.
     */
    public final synchronized void kill() {
        running().kill();
    }

    /** Freezes it: connections stay open, and nothing is answered until {@link #resume}. */
    public final synchronized void pause() {
        try {
            running().pause();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it go on after {@link #pause}. */
    public final synchronized void resume() {
        running().signal("CONT");
    }

    /** Ends it in an orderly way, also when it is paused. Does nothing if it does not run. */
    public final synchronized void stop() {
        if (process != null) {
            process.stop(patience());
        }
    }

    /** Stops it and leaves its directory to others. It cannot be started again. */
    @Override
    public final synchronized void close() {
        stop();
        Ports.release(port);
        home.close();
    }

    /**
     * The first start: like {@link #restart}, with a new log, and nothing is left behind if it
     * fails.
     */
    final void start() {
        try {
            Files.deleteIfExists(home.log());
            restart();
        } catch (IOException e) {
            close();
            throw new ServerFailedException(name + " could not be started", home.log(), e);
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    private void abandon() {
        if (isRunning()) {
            kill();
        }
        close();
    }

    private void awaitAnswer(ServerProcess started) throws InterruptedException {
        long deadline = System.nanoTime() + patience().toNanos();
        @Nullable IOException last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (answers()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            if (started.awaitEnd(LOOK_AGAIN_AFTER)) {
                throw new ServerFailedException(name + " ended by itself", home.log(), last);
            }
        }
        throw new ServerFailedException(
                name + " did not answer within " + patience().toSeconds() + " s", home.log(), last);
    }

    private ServerProcess running() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(name + " is not running");
        }
        return process;
    }

    @Override
    public final String toString() {
        return name + " on " + address();
    }
}
