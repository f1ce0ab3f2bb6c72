package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.PopupWaves;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StoragePart;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.clock.ClockFollower;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.lock.Locks;
import com.luckyfunatic.storage.lock.RedissonLocks;
import com.luckyfunatic.storage.mysql.JobLeases;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.redis.Partitions;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.redis.RedisStore;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.verify.Books;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Redis, MySQL and ScyllaDB as one storage: any number of processes may open the same databases.
 * The journal is drained and snapshots are written by {@link #workers()}, which at least one
 * process must run. Thread-safe.
 */
public final class DistributedStorage implements GameStorage {
    private final MySqlDatabase mySql;
    private final RedisStore redis;
    private final ScyllaDatabase scylla;
    private final Partitions partitions;
    private final PlayerStore players;
    private final StorageWorkers workers;
    private final Books books;
    private final AuditStore audit;
    private final Recovery recovery;
    private final Locks locks;
    private final InstantSource clock;
    private final ClockFollower clockFollower;
    private @Nullable LeasedIds ids;

    private DistributedStorage(
            DistributedSettings settings,
            InstantSource clock,
            MySqlDatabase mySql,
            RedisStore redis,
            ScyllaDatabase scylla,
            Partitions partitions,
            UnaryOperator<PlayerLedger> ledgers,
            Locks locks,
            GameCodec codec) {
        this.locks = locks;
        this.clock = clock;
        this.partitions = partitions;
        this.mySql = mySql;
        this.redis = redis;
        this.scylla = scylla;
        DrainBuffer buffer = new DrainBuffer(DrainBuffer.SIZE);
        StorageWork work = new StorageWork(partitions.count(), buffer);
        PoisonEntries poison = new PoisonEntries(mySql.quarantine(), codec, work, clock);
        Batches batches = new Batches(codec, poison);
        PlayerLocks turns = new PlayerLocks();
        PlayerLedger ledger =
                ledgers.apply(new MySqlPlayerLedger(mySql, partitions, batches, codec));
        PlayerLoader loader = new PlayerLoader(redis.players(), ledger, codec, work);
        PlayerReader reader = new PlayerReader(redis.players(), loader, turns, locks, clock);
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
                        turns,
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
                                mySql.operatorActions(),
                                mySql.supportPlans(),
                                unaudited,
                                scylla.audit(),
                                codec,
                                Duration.ofDays(settings.scylla().retention().changes()),
                                clock));
        audit =
                new DistributedAudit(
                        mySql.audit(), new TrailLog(mySql.archive(), scylla.manifests()));
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
                        clock,
                        locks);
        workers =
                new JobParts(
                                settings,
                                mySql,
                                redis,
                                scylla,
                                snapshots,
                                batches,
                                poison,
                                buffer,
                                work,
                                clock,
                                StockHolds.sweeper(players, mySql.stock(), clock))
                        .workers(partitions.count());
        clockFollower = ClockFollower.begin(clock, mySql::clockMillis);
    }

    /**
     * Connects to the databases, and brings their schemas up to this build's.
     *
     * @param clock what its work is timed by; a {@link com.luckyfunatic.storage.clock.SharedClock}
     *     follows MySQL from now on, until the storage is closed
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
        return open(
                settings,
                clock,
                ledgers,
                settings.locks()
                        ? RedissonLocks.in(settings.redis(), settings.keyPrefix())
                        : Locks.NONE);
    }

    /** Does the same with locks that are closed with it. */
    static DistributedStorage open(DistributedSettings settings, InstantSource clock, Locks locks) {
        return open(settings, clock, UnaryOperator.identity(), locks);
    }

    private static DistributedStorage open(
            DistributedSettings settings,
            InstantSource clock,
            UnaryOperator<PlayerLedger> ledgers,
            Locks locks) {
        Deque<AutoCloseable> opened = new ArrayDeque<>(List.of(locks));
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
                    settings, clock, mySql, redis, scylla, partitions, ledgers, locks, codec);
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

    @Override
    public Campaigns campaigns() {
        return mySql.campaigns();
    }

    /** What some process has to do all the time. */
    public StorageWorkers workers() {
        return workers;
    }

    /** How jobs that processes share went the last time. */
    public JobRuns jobRuns() {
        return mySql.jobRuns();
    }

    /**
     * Returns how old the oldest change is that waits in a journal for the archive, milliseconds; 0
     * when none waits. It looks into every journal.
     */
    public long journalLagMillis(long nowMillis) {
        long lag = 0;
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (RedisJournal.Named oldest : redis.journal().askFirst(partition, 1).get()) {
                lag = Math.max(lag, nowMillis - oldest.madeAtMillis());
            }
        }
        return lag;
    }

    /** Who does which job of those that processes share. */
    public JobLeases jobLeases() {
        return mySql.leases();
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

    /** MySQL's, if it was opened with a clock that follows it. */
    @Override
    public InstantSource clock() {
        return clock;
    }

    /** Under a worker number that MySQL leases to this process when ids are first asked for. */
    @Override
    public synchronized IdSource ids(int worker, InstantSource clock) {
        if (ids == null) {
            String owner = ProcessHandle.current().pid() + " " + UUID.randomUUID();
            ids = LeasedIds.begin(mySql.workerIds(), owner);
        }
        return ids;
    }

    private synchronized void checkIds() {
        if (ids != null) {
            ids.checkAvailable();
        }
    }

    /**
     * Without MySQL or ScyllaDB, players who are in Redis can still tap; so can those of the nodes
     * of a cluster that are left.
     */
    @Override
    public List<StoragePart> parts() {
        List<StoragePart> parts = new ArrayList<>(redis.parts());
        parts.add(new StoragePart("worker-number", true, this::checkIds));
        parts.add(new StoragePart("mysql", false, mySql::checkAvailable));
        parts.add(new StoragePart("scylla", false, scylla::checkAvailable));
        return List.copyOf(parts);
    }

    /**
     * Returns what the settings of the databases say about the promises of this storage.
     *
     * @param machine the clock of this machine, which is compared with MySQL's; Redis's is compared
     *     with the one that this storage goes by
     */
    public List<Finding> findings(InstantSource machine) {
        List<Finding> findings = new ArrayList<>(mySql.findings(machine));
        findings.addAll(redis.findings(clock));
        findings.addAll(scylla.findings());
        return List.copyOf(findings);
    }

    @Override
    public Leaderboards leaderboards() {
        return redis.leaderboards();
    }

    @Override
    public MinigameRuns minigameRuns() {
        return mySql.minigameRuns();
    }

    @Override
    public StockLedger stock() {
        return mySql.stock();
    }

    @Override
    public Raffles raffles() {
        return mySql.raffles();
    }

    @Override
    public ActiveSessions activeSessions() {
        return redis.sessions();
    }

    @Override
    public SessionHistory sessionHistory() {
        return scylla.sessions();
    }

    @Override
    public Admissions admissions() {
        return mySql.admissions();
    }

    @Override
    public CatalogReleases catalogReleases() {
        return mySql.catalogReleases();
    }

    @Override
    public Operators operators() {
        return mySql.operators();
    }

    @Override
    public OperatorActions operatorActions() {
        return mySql.operatorActions();
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public StarsRefunds starsRefunds() {
        return mySql.starsRefunds();
    }

    @Override
    public SupportPlans supportPlans() {
        return mySql.supportPlans();
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return mySql.platformAccounts();
    }

    @Override
    public TransferOutbox transferOutbox() {
        return mySql.transferOutbox();
    }

    @Override
    public Tournaments tournaments() {
        return mySql.tournaments();
    }

    @Override
    public PopupWaves popupWaves() {
        return mySql.popupWaves();
    }

    @Override
    public PrizeRuns prizeRuns() {
        return mySql.prizeRuns();
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
        clockFollower.close();
        workers.close();
        closeIds();
        locks.close();
        redis.close();
        scylla.close();
        mySql.close();
    }

    private synchronized void closeIds() {
        if (ids != null) {
            ids.close();
        }
    }
}
