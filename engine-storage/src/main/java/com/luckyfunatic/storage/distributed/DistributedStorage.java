package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisStore;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.verify.Books;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/**
 * Redis, MySQL and ScyllaDB as one storage: any number of processes may open the same databases.
 * The journal is drained and snapshots are written by {@link #workers()}, which at least one
 * process must run. Thread-safe.
 */
public final class DistributedStorage implements GameStorage {
    private final MySqlDatabase mySql;
    private final RedisStore redis;
    private final ScyllaDatabase scylla;
    private final PlayerStore players;
    private final StorageWorkers workers;
    private final Books books;
    private final Recovery recovery;

    private DistributedStorage(
            DistributedSettings settings,
            InstantSource clock,
            MySqlDatabase mySql,
            RedisStore redis,
            ScyllaDatabase scylla,
            Partitions partitions,
            UnaryOperator<PlayerLedger> ledgers,
            GameCodec codec) {
        this.mySql = mySql;
        this.redis = redis;
        this.scylla = scylla;
        DrainBuffer buffer = new DrainBuffer(DrainBuffer.SIZE);
        StorageWork work = new StorageWork(partitions.count(), buffer);
        PoisonEntries poison = new PoisonEntries(mySql.quarantine(), codec, work, clock);
        Batches batches = new Batches(codec, poison);
        PlayerLocks locks = new PlayerLocks();
        PlayerLedger ledger =
                ledgers.apply(new MySqlPlayerLedger(mySql, partitions, batches, codec));
        PlayerLoader loader = new PlayerLoader(redis.players(), ledger, codec, work);
        PlayerReader reader = new PlayerReader(redis.players(), loader, locks, clock);
        UnauditedChanges unaudited =
                new UnauditedChanges(redis.journal(), mySql.archive(), partitions);
        PlayerHistory history = new AuditedHistory(unaudited, scylla.audit(), codec);
        players =
                new DistributedPlayerStore(
                        redis.players(),
                        redis.hotPlayers(),
                        reader,
                        new HardChanges(reader, redis.journal(), ledger),
                        ledger,
                        history,
                        locks,
                        codec);
        books =
                new DistributedBooks(
                        mySql,
                        partitions,
                        new DistributedBook.Places(
                                redis.players(),
                                loader,
                                mySql.snapshots(),
                                mySql.operations(),
                                mySql.directory(),
                                unaudited,
                                scylla.audit(),
                                codec,
                                Duration.ofDays(settings.scylla().retention().changes()),
                                clock));
        recovery = new Recovery(redis.players(), reader, loader, mySql.snapshots());
        SnapshotSync snapshots =
                new SnapshotSync(
                        redis.players(),
                        reader,
                        loader,
                        mySql.snapshots(),
                        redis.journal(),
                        batches,
                        work,
                        clock);
        workers =
                new JobParts(
                                settings, mySql, redis, scylla, snapshots, batches, poison, buffer,
                                work, clock)
                        .workers(partitions.count());
    }

    /**
     * Connects to the databases, and brings their schemas up to this build's.
     *
     * @throws com.luckyfunatic.engine.storage.StorageException when one cannot be used
     */
    public static DistributedStorage open(DistributedSettings settings, InstantSource clock) {
        return open(settings, clock, UnaryOperator.identity());
    }

    /**
     * Opens it with something in front of the ledger.
     *
     * @param ledgers returns what to use instead of the ledger that it is given
     */
    static DistributedStorage open(
            DistributedSettings settings,
            InstantSource clock,
            UnaryOperator<PlayerLedger> ledgers) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            GameCodec codec = new GameCodec();
            MySqlDatabase mySql = MySqlDatabase.open(settings.mySql());
            opened.push(mySql);
            ScyllaDatabase scylla = ScyllaDatabase.open(settings.scylla());
            opened.push(scylla);
            Partitions partitions = new Partitions(settings.mySql().partitions());
            RedisStore redis =
                    RedisStore.open(
                            settings.redis(),
                            settings.keyPrefix(),
                            partitions,
                            new MySqlGenerations(mySql.partitions()),
                            codec);
            opened.push(redis);
            return new DistributedStorage(
                    settings, clock, mySql, redis, scylla, partitions, ledgers, codec);
        } catch (RuntimeException | Error e) {
            opened.forEach(each -> closeAfter(e, each));
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public PlayerStore players() {
        return players;
    }

    @Override
    public PlayerDirectory directory() {
        return mySql.directory();
    }

    @Override
    public FollowUpQueue followUps() {
        return mySql.followUps();
    }

    /** What some process has to do all the time. */
    public StorageWorkers workers() {
        return workers;
    }

    /** Entries of the journals that cannot be understood. */
    public Quarantine quarantine() {
        return mySql.quarantine();
    }

    /** Brings players into Redis before they are asked for. */
    public Recovery recovery() {
        return recovery;
    }

    /** What is kept of all players, for checking that it adds up. */
    public Books books() {
        return books;
    }

    @Override
    public long greatestId() {
        return Math.max(mySql.greatestId(), redis.journal().greatestId());
    }

    @Override
    public void checkAvailable() {
        redis.checkAvailable();
        mySql.checkAvailable();
    }

    @Override
    public void close() {
        workers.close();
        redis.close();
        scylla.close();
        mySql.close();
    }
}
