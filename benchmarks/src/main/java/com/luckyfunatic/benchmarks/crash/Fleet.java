package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerProcess;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import com.luckyfunatic.benchmarks.server.WorkerCommand;
import com.luckyfunatic.benchmarks.server.WorkerProgram;
import com.luckyfunatic.devservers.Ports;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The game as it runs at scale: two servers and two workers on one Redis, MySQL and Cassandra, with
 * a proxy between every two that speak to each other, and between clients and each server. Not
 * thread-safe.
 */
final class Fleet implements Stage {
    static final int SERVERS = 2;
    static final int WORKERS = 2;

    private static final String KEYSPACE = "fleet";

    /** In a storm one database after the other is away for longer than the usual minute. */
    private static final String DATABASE_WAIT = "4m";

    private final Databases databases;
    private final Programs programs;
    private final SplittableRandom random;
    private final Path scratch;
    private final Books books;
    private final List<Server> servers = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<FleetResult.Struck> struck = new ArrayList<>();

    /**
     * How its processes are started.
     *
     * @param books the check of the books
     */
    record Programs(ServerCommand server, WorkerCommand worker, WorkerProcess.Command books) {}

    /**
     * @param databases which the caller closes
     * @param seed of what blows draw
     * @param scratch for logs
     */
    Fleet(Databases databases, Programs programs, long seed, Path scratch) throws IOException {
        this.databases = databases;
        this.programs = programs;
        this.scratch = Files.createDirectories(scratch);
        random = new SplittableRandom(seed);
        Path catalog = scratch.resolve("catalog.yaml");
        LoadCatalog.write(catalog);
        // The keyspace must exist before the servers start.
        books = Books.open(databases.server(Name.CASSANDRA).address(), KEYSPACE);
        for (int number = 1; number <= SERVERS; number++) {
            servers.add(new Server(number, catalog));
        }
        for (int number = 1; number <= WORKERS; number++) {
            workers.add(new Worker(number, catalog));
        }
    }

    /** A server with its ways. It keeps its port. */
    private final class Server implements AutoCloseable {
        private final Links links = new Links(databases);
        private final int port;
        private final FaultProxy clients;
        private final ServerSettings settings;
        private final Path log;
        private @Nullable ServerProcess process;

        Server(int number, Path catalog) {
            port = Ports.free();
            clients = FaultProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            log = scratch.resolve("server-" + number + ".log");
            settings = settings(catalog).with("FUNATIC_WORKERS", "false").with(variables(links));
        }

        URI url() {
            return URI.create("http://" + Addresses.text(clients.address()));
        }

        /** Returns the seconds that it took. */
        double start() throws IOException, InterruptedException {
            if (process != null) {
                return 0;
            }
            process = ServerProcess.start(programs.server(), settings, port, log);
            return process.startTime().toMillis() / 1e3;
        }

        void kill() throws InterruptedException {
            requireAlive(process != null && process.isAlive(), log);
            requireNonNull(process).kill();
            process = null;
        }

        Stream<FaultProxy> proxies() {
            return Stream.concat(links.proxies().stream(), Stream.of(clients));
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
                process = null;
            }
            clients.close();
            links.close();
        }
    }

    /** A worker with its ways. */
    private final class Worker implements AutoCloseable {
        private final Links links = new Links(databases);
        private final Map<String, String> settings;
        private final Path log;
        private @Nullable WorkerProgram process;

        Worker(int number, Path catalog) {
            log = scratch.resolve("worker-" + number + ".log");
            settings = settings(catalog).with(variables(links)).variables();
        }

        void start() throws IOException {
            if (process == null) {
                process = WorkerProgram.start(programs.worker(), settings, log);
            }
        }

        void kill() throws InterruptedException {
            requireAlive(process != null && process.isAlive(), log);
            requireNonNull(process).kill();
            process = null;
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
                process = null;
            }
            links.close();
        }
    }

    /** Nobody ends by himself. */
    private static void requireAlive(boolean alive, Path log) {
        if (!alive) {
            throw new IllegalStateException("a process has ended by itself; see " + log);
        }
    }

    /** One directory for all: in it are the keys of a development server, which they share. */
    private ServerSettings settings(Path catalog) {
        return ServerSettings.forLoad(scratch.resolve("data"))
                .with("FUNATIC_CATALOG", catalog.toString())
                .with("FUNATIC_DATABASE_WAIT", DATABASE_WAIT);
    }

    private Map<String, String> variables(Links links) {
        return Addresses.of(databases, KEYSPACE, links::address).variables();
    }

    @Override
    public double start() throws IOException, InterruptedException {
        servers.forEach(
                each -> requireAlive(each.process == null || each.process.isAlive(), each.log));
        workers.forEach(
                each -> requireAlive(each.process == null || each.process.isAlive(), each.log));
        double seconds = 0;
        for (Server each : servers) {
            seconds = Math.max(seconds, each.start());
        }
        for (Worker each : workers) {
            each.start();
        }
        return seconds;
    }

    @Override
    public List<URI> urls() {
        return servers.stream().map(Server::url).toList();
    }

    @Override
    public StateCheck check(JsonNode catalog) {
        return new LedgerCheck(books);
    }

    @Override
    public void checkBooks(int players, Tally tally) throws IOException, InterruptedException {
        BooksProgram.run(
                programs.books(),
                Addresses.past(databases, KEYSPACE),
                players,
                scratch.resolve("books.log"),
                tally);
    }

    /** The databases. */
    Databases databases() {
        return databases;
    }

    /** What blows draw from. */
    SplittableRandom random() {
        return random;
    }

    /**
     * Kills one of the servers, which the other stands in for.
     *
     * @return starts it again
     */
    Callable<Double> killServer() throws InterruptedException {
        Server struck = servers.get(random.nextInt(SERVERS));
        struck.kill();
        return struck::start;
    }

    /** Kills one of the workers and starts it again: what it did, the other may do by then. */
    void replaceWorker() throws IOException, InterruptedException {
        Worker struck = workers.get(random.nextInt(WORKERS));
        struck.kill();
        struck.start();
    }

    /** Returns one of all ways between two processes, or between clients and a server. */
    FaultProxy link() {
        List<FaultProxy> all = links();
        return all.get(random.nextInt(all.size()));
    }

    private List<FaultProxy> links() {
        return Stream.concat(
                        servers.stream().flatMap(Server::proxies),
                        workers.stream().flatMap(each -> each.links.proxies().stream()))
                .toList();
    }

    /** What was struck so far. */
    List<FleetResult.Struck> struck() {
        synchronized (struck) {
            return List.copyOf(struck);
        }
    }

    /** Takes note of a blow that is over. */
    void add(FleetResult.Struck blow) {
        synchronized (struck) {
            struck.add(blow);
        }
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        servers.forEach(Server::close);
        books.close();
    }
}
