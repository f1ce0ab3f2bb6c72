package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The yardstick of the embedded store: SQLite used as well as we can for one read and two writes of
 * 300 bytes per operation, and for nothing else. One thread gathers what all callers wait for into
 * a transaction (group commit) with prepared statements and a write-ahead log; the rows of a
 * transaction are sent together, which halves the driver's cost per row.
 */
final class RawEngine implements Subject, AutoCloseable {
    /** When a commit is forced to disk. */
    enum Forcing {
        /** One commit each second, as the store does for soft changes. */
        EVERY_SECOND,
        /** Every commit, before the operations of it are answered. */
        EACH_COMMIT
    }

    private static final int ROW_BYTES = 300;
    private static final int BATCH_MAX = 2_048;

    /** Pages of the log after which they are copied back: 64 MiB, so that it happens rarely. */
    private static final int CHECKPOINT_PAGES = 16_384;

    private static final int CACHE_KIB = 64 << 10;
    private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Operation(int player, CompletableFuture<@Nullable Void> done) {}

    private final BlockingQueue<Operation> waiting = new LinkedBlockingQueue<>();
    private final Forcing forcing;
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement read;
    private final PreparedStatement update;
    private final PreparedStatement append;
    private final Thread writer;

    /** Players whose rows are not sent yet. */
    private final Set<Integer> gathered = new HashSet<>();

    private volatile boolean stopping;
    private long nextForce = System.nanoTime() + FORCE_NANOS;

    /** Makes a file in {@code directory} with a row for each of {@code players}, and starts. */
    RawEngine(Path directory, Forcing forcing, int players) throws SQLException {
        this.forcing = forcing;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(
                forcing == Forcing.EACH_COMMIT ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setCacheSize(-CACHE_KIB);
        connection = config.createConnection("jdbc:sqlite:" + directory.resolve("raw.db"));
        execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        execute("CREATE TABLE state (id INTEGER PRIMARY KEY, value BLOB NOT NULL)");
        execute(
                "CREATE TABLE journal (position INTEGER PRIMARY KEY, id INTEGER NOT NULL,"
                        + " value BLOB NOT NULL)");
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        read = connection.prepareStatement("SELECT value FROM state WHERE id = ?");
        update = connection.prepareStatement("UPDATE state SET value = ? WHERE id = ?");
        append = connection.prepareStatement("INSERT INTO journal (id, value) VALUES (?, ?)");
        fill(players);
        writer = Thread.ofPlatform().name("raw-writer").daemon().start(this::write);
    }

    private void fill(int players) throws SQLException {
        begin.execute();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO state (id, value) VALUES (?, ?)")) {
            for (int player = 0; player < players; player++) {
                insert.setInt(1, player);
                insert.setBytes(2, new byte[ROW_BYTES]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        commit.execute();
    }

    @Override
    public void operate(int player) {
        Operation operation = new Operation(player, new CompletableFuture<>());
        waiting.add(operation);
        operation.done().join();
    }

    private void write() {
        List<Operation> batch = new ArrayList<>(BATCH_MAX);
        while (!stopping) {
            try {
                Operation first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH_MAX - 1);
                    carryOut(batch);
                }
            } catch (SQLException | InterruptedException e) {
                batch.forEach(operation -> operation.done().completeExceptionally(e));
            }
            batch.clear();
        }
    }

    private void carryOut(List<Operation> batch) throws SQLException {
        boolean due = forcing == Forcing.EVERY_SECOND && System.nanoTime() >= nextForce;
        if (due) {
            execute("PRAGMA synchronous = FULL");
        }
        begin.execute();
        for (Operation operation : batch) {
            carryOut(operation.player());
        }
        send();
        commit.execute();
        if (due) {
            execute("PRAGMA synchronous = NORMAL");
            nextForce = System.nanoTime() + FORCE_NANOS;
        }
        batch.forEach(operation -> operation.done().complete(null));
    }

    private void carryOut(int player) throws SQLException {
        if (!gathered.add(player)) {
            // Its row has to be seen by the read that follows.
            send();
            gathered.add(player);
        }
        byte[] value;
        read.setInt(1, player);
        try (ResultSet row = read.executeQuery()) {
            value = row.getBytes(1);
        }
        value[0]++;
        update.setBytes(1, value);
        update.setInt(2, player);
        update.addBatch();
        append.setInt(1, player);
        append.setBytes(2, value);
        append.addBatch();
    }

    private void send() throws SQLException {
        update.executeBatch();
        append.executeBatch();
        gathered.clear();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many operations the file holds; asked when nobody calls. */
    long operations() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM journal")) {
            return row.getLong(1);
        }
    }

    /** How often the row of a player was changed, up to 127; asked when nobody calls. */
    int changes(int player) throws SQLException {
        read.setInt(1, player);
        try (ResultSet row = read.executeQuery()) {
            return row.getBytes(1)[0];
        }
    }

    @Override
    public void close() throws SQLException {
        stopping = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
