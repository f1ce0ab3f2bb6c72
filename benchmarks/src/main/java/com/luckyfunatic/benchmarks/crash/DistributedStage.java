package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The server on Redis, MariaDB and Cassandra, with the storage's workers inside it or in a process
 * of their own.
 */
final class DistributedStage implements OneServer {
    private static final String KEYSPACE = "campaign";

    private final Databases databases;
    private final ServerCommand command;
    private final Addresses addresses;
    private final ServerSettings settings;
    private final WorkerProcess.Command programs;
    private final boolean hasOwnWorker;
    private final boolean clientsByProxy;
    private final Duration outage;
    private final SplittableRandom seeds;
    private final Path log;
    private final Books books;
    private @Nullable ServerProcess server;
    private @Nullable FaultProxy clientProxy;
    private @Nullable WorkerProcess worker;
    private @Nullable WorkerProcess frozen;

    /**
     * @param databases which the caller closes
     * @param programs how to start the workers, and the check of the books
     * @param hasOwnWorker whether the workers have a process of their own; otherwise the server
     *     does their work
     * @param clientsByProxy whether clients reach the server through a proxy
     * @param outage how long what is struck for a while stays away
     * @param seed of what blows draw
     * @param scratch for logs
     */
    DistributedStage(
            Databases databases,
            ServerCommand command,
            WorkerProcess.Command programs,
            boolean hasOwnWorker,
            boolean clientsByProxy,
            Duration outage,
            long seed,
            Path scratch)
            throws IOException {
        this.databases = databases;
        this.command = command;
        this.programs = programs;
        this.hasOwnWorker = hasOwnWorker;
        this.clientsByProxy = clientsByProxy;
        this.outage = outage;
        seeds = new SplittableRandom(seed);
        Files.createDirectories(scratch);
        Path catalog = scratch.resolve("catalog.yaml");
        LoadCatalog.write(catalog);
        log = scratch.resolve("server.log");
        addresses = Addresses.of(databases, KEYSPACE, databases::address);
        // The keyspace must exist before the server starts.
        books = Books.open(databases.server(Name.CASSANDRA).address(), KEYSPACE);
        settings =
                ServerSettings.forLoad(scratch.resolve("data"))
                        .with("FUNATIC_CATALOG", catalog.toString())
                        .with("FUNATIC_WORKERS", Boolean.toString(!hasOwnWorker))
                        .with(addresses.variables());
    }

    /** The databases. */
    Databases databases() {
        return databases;
    }

    /** How long what is struck for a while stays away. */
    Duration outage() {
        return outage;
    }

    /** Returns another seed for a blow that draws. */
    long nextSeed() {
        return seeds.nextLong();
    }

    /** The proxy between clients and the server. */
    FaultProxy clientProxy() {
        return requireNonNull(clientProxy, "clients reach the server directly");
    }

    @Override
    public double start() throws IOException, InterruptedException {
        double seconds = 0;
        if (server == null) {
            ServerProcess started = ServerProcess.start(command, settings, log);
            server = started;
            seconds = started.startTime().toMillis() / 1e3;
            if (clientsByProxy) {
                int port = started.url().getPort();
                clientProxy =
                        FaultProxy.to(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
        }
        startWorker();
        return seconds;
    }

    private void startWorker() throws IOException {
        if (worker == null && hasOwnWorker) {
            worker =
                    WorkerProcess.start(
                            programs, addresses.arguments(), log.resolveSibling("worker.log"));
        }
    }

    @Override
    public void checkBooks(int players, Tally tally) throws IOException, InterruptedException {
        BooksProgram.run(
                programs,
                Addresses.past(databases, KEYSPACE),
                players,
                log.resolveSibling("books.log"),
                tally);
    }

    @Override
    public List<URI> urls() {
        return List.of(
                clientProxy == null
                        ? requireNonNull(server).url()
                        : URI.create("http://" + Addresses.text(clientProxy.address())));
    }

    @Override
    public void killServer() throws InterruptedException {
        requireNonNull(server).kill();
        server = null;
        closeClientProxy();
    }

    private void closeClientProxy() {
        if (clientProxy != null) {
            clientProxy.close();
            clientProxy = null;
        }
    }

    /** Kills the workers and starts others at once, which have to take their partitions over. */
    void replaceWorker() throws IOException, InterruptedException {
        requireNonNull(worker, "the server does the workers' work").kill();
        worker = null;
        startWorker();
    }

    /** Freezes the workers and starts others, which have to take their partitions over. */
    void freezeWorker() throws IOException, InterruptedException {
        closeFrozen();
        WorkerProcess slow = requireNonNull(worker, "the server does the workers' work");
        slow.pause();
        frozen = slow;
        worker = null;
        startWorker();
    }

    /** Lets those who were frozen go on, beside the others; they end with the next blow. */
    void thawWorker() throws IOException, InterruptedException {
        requireNonNull(frozen, "nobody is frozen").resume();
    }

    private void closeFrozen() {
        if (frozen != null) {
            frozen.close();
            frozen = null;
        }
    }

    @Override
    public StateCheck check(JsonNode catalog) {
        return new LedgerCheck(books);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        closeClientProxy();
        closeFrozen();
        if (worker != null) {
            worker.close();
            worker = null;
        }
        books.close();
    }
}
