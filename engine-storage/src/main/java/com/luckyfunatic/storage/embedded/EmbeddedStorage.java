package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
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
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.presence.HeldSessions;
import com.luckyfunatic.storage.retention.RetentionClock;
import com.luckyfunatic.storage.verify.Books;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Durable storage in one directory, with nothing to install: one SQLite file that this process
 * owns.
 *
 * <p>An answered change survives the death of the process; a hard one also the death of the
 * machine, and so does a soft one after a second (or at once, see {@link
 * EmbeddedSettings.Forcing}). Thread-safe. It starts two threads of its own, which end with {@link
 * #close}.
 */
public final class EmbeddedStorage implements GameStorage {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStorage.class);
    private static final long HOUSEKEEPING_NANOS = 20_000_000;
    private static final String META = "SELECT value FROM meta WHERE name = ?";

    private final Resources resources;
    private final HotPlayers hotPlayers;
    private final WritableProbe probe;
    private final Database database;
    private final GroupCommit writer;
    private final LogForcing forcing;
    private final LogCheckpoints checkpoints;
    private final EmbeddedPlayerStore players;
    private final EmbeddedPlayerDirectory accounts;
    private final EmbeddedOperators operators;
    private final EmbeddedOperatorActions operatorActions;
    private final EmbeddedCatalogReleases catalogReleases;
    private final EmbeddedAudit audit;
    private final EmbeddedSupportPlans supportPlans;
    private final EmbeddedStarsRefunds starsRefunds;
    private final EmbeddedPlatformAccounts platformAccounts;
    private final EmbeddedFollowUpQueue followUps;
    private final EmbeddedLeaderboards leaderboards;
    private final EmbeddedMinigameRuns minigameRuns;
    private final EmbeddedStockLedger stock;
    private final EmbeddedRaffles raffles;
    private final EmbeddedSessionHistory sessionHistory;
    private final HeldSessions activeSessions;
    private final EmbeddedAdmissions admissions;
    private final EmbeddedCampaigns campaigns;
    private final EmbeddedTransferOutbox transferOutbox;
    private final EmbeddedTournaments tournaments;
    private final EmbeddedPopupWaves popupWaves;
    private final EmbeddedPrizeRuns prizeRuns;
    private final Operations operations;
    private final JournalRetention retention;
    private final Books books;
    private final GreatestId greatestId = new GreatestId();

    /** Opens everything, adding to {@code resources} what has to be closed when that fails. */
    private EmbeddedStorage(
            EmbeddedSettings settings,
            RetentionClock clock,
            Connector connector,
            Resources resources) {
        this.resources = resources;
        DataDirectory directory = resources.add(DataDirectory.open(settings.directory()));
        database = resources.add(Database.open(directory.database(), connector));
        GameCodec codec = new GameCodec();
        Journal journal = new Journal(database, codec);
        Snapshots snapshots = new Snapshots(database, codec);
        hotPlayers = new HotPlayers(snapshots::load, settings.playersInMemory());
        Positions positions =
                new Positions(Math.max(journal.lastPosition(), meta("snapshot_position")));
        Positions operationPositions =
                new Positions(Math.max(Operations.last(database), meta("filed_operation")));
        operations = new Operations(database, journal, codec, operationPositions, clock);
        SnapshotPass pass =
                new SnapshotPass(
                        snapshots,
                        hotPlayers,
                        positions,
                        operationPositions,
                        settings.snapshotEvery(),
                        settings.playersInMemory(),
                        System::nanoTime);
        recover(journal, hotPlayers, pass);
        recover(operations, hotPlayers, pass);
        greatestId.start(
                LongStream.of(
                                journal.greatestId(),
                                meta("greatest_id"),
                                greatestAccount(),
                                EmbeddedMinigameRuns.greatestId(database),
                                EmbeddedOperatorActions.greatestId(database))
                        .max()
                        .orElse(0));

        forcing = resources.add(new LogForcing(directory.log()));
        writer =
                resources.add(
                        new GroupCommit(
                                new WriterStatements(database.writer()),
                                settings.forcing(),
                                forcing,
                                settings.observer()));
        probe = new WritableProbe(writer, System::nanoTime);
        followUps = new EmbeddedFollowUpQueue(database, codec, writer);
        retention = new JournalRetention(clock, settings.journalKept(), positions, greatestId);
        EmbeddedTables tables =
                new EmbeddedTables(journal, operations, followUps, pass, positions, greatestId);
        players = new EmbeddedPlayerStore(hotPlayers, tables, writer, codec);
        accounts = new EmbeddedPlayerDirectory(database, writer, greatestId);
        catalogReleases = new EmbeddedCatalogReleases(database, writer);
        operators = new EmbeddedOperators(database, writer);
        operatorActions = new EmbeddedOperatorActions(database, writer);
        audit = new EmbeddedAudit(database, writer);
        supportPlans = new EmbeddedSupportPlans(database, codec, writer);
        starsRefunds = new EmbeddedStarsRefunds(database, writer);
        books =
                new EmbeddedBooks(
                        database,
                        hotPlayers,
                        snapshots,
                        journal,
                        operations,
                        operatorActions,
                        supportPlans);
        platformAccounts = new EmbeddedPlatformAccounts(database, writer);
        leaderboards = resources.add(new EmbeddedLeaderboards(database, writer));
        minigameRuns = new EmbeddedMinigameRuns(database, writer, greatestId);
        stock = new EmbeddedStockLedger(database, codec, writer);
        raffles = new EmbeddedRaffles(database, codec, writer);
        sessionHistory = new EmbeddedSessionHistory(database, writer);
        activeSessions = new HeldSessions(sessionHistory);
        admissions = resources.add(new EmbeddedAdmissions(database, codec, writer));
        campaigns = new EmbeddedCampaigns(database, writer, codec);
        transferOutbox = new EmbeddedTransferOutbox(database, writer);
        tournaments = new EmbeddedTournaments(database, codec, writer);
        popupWaves = new EmbeddedPopupWaves(database, writer);
        prizeRuns = new EmbeddedPrizeRuns(database, writer);
        checkpoints = resources.add(new LogCheckpoints(database.checkpointer()));
        writer.start(pass, positions, this::keepHouse);
    }

    /** Opens the store in {@code directory} with the usual settings. */
    public static EmbeddedStorage open(Path directory) {
        return open(EmbeddedSettings.in(directory));
    }

    /**
     * Opens the store, making it when it does not exist and recovering it when it was not closed.
     *
     * @throws com.luckyfunatic.engine.storage.StorageNotOpenableException when it is in use, cannot
     *     be written, is damaged, or was written by a newer version
     */
    public static EmbeddedStorage open(EmbeddedSettings settings) {
        return open(settings, RetentionClock.system(), Connector::toSqlite);
    }

    static EmbeddedStorage open(
            EmbeddedSettings settings, RetentionClock clock, Connector connector) {
        Resources resources = new Resources();
        try {
            return new EmbeddedStorage(settings, clock, connector, resources);
        } catch (RuntimeException | Error e) {
            resources.closeAfter(e);
            throw e;
        }
    }

    private void recover(Journal journal, HotPlayers players, SnapshotPass pass) {
        long from = meta("snapshot_position");
        long[] replayed = {0};
        journal.replayAfter(
                from,
                (change, position) -> {
                    if (replay(change, position, players.get(change.player()))) {
                        pass.changed(players.get(change.player()));
                        replayed[0]++;
                    }
                });
        if (replayed[0] > 0) {
            LOG.info("Changes recovered that no snapshot had yet: {}", replayed[0]);
        }
    }

    /** Operations that are not filed yet are those after the snapshots, as changes are. */
    private void recover(Operations operations, HotPlayers players, SnapshotPass pass) {
        operations.forEachUnfiled(
                meta("filed_operation"),
                (player, position) -> {
                    HotPlayer hot = players.get(player);
                    hot.addUnfiled(position);
                    pass.changed(hot);
                });
    }

    private static boolean replay(StateChange change, long position, HotPlayer player) {
        PlayerState before = player.committed.state();
        long sequence = before == null ? 0 : before.sequence();
        if (change.sequence() <= sequence) {
            return false;
        }
        if (change.sequence() != sequence + 1) {
            throw new StorageCorruptException(
                    "player "
                            + change.player()
                            + " has change "
                            + change.sequence()
                            + " after "
                            + sequence);
        }
        player.recovered(
                GameRules.evolve(before, change.player(), change.events(), change.atMillis()),
                position);
        return true;
    }

    private long meta(String name) {
        return database.read(reader -> {
            var select = reader.prepare(META);
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    private long greatestAccount() {
        return database.read(reader -> {
            try (ResultSet row =
                    reader.prepare("SELECT coalesce(max(player_id), 0) FROM account")
                            .executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    private void keepHouse(WriterStatements statements) throws SQLException {
        long enough = System.nanoTime() + HOUSEKEEPING_NANOS;
        boolean more = true;
        while (more && System.nanoTime() - enough < 0) {
            statements.begin(false);
            boolean moreOperations = operations.clean(statements);
            boolean moreChanges = retention.removeSome(statements);
            more = moreOperations || moreChanges;
            statements.commit();
        }
        checkpoints.restartIfTooLarge(statements);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public PlayerStore players() {
        return players;
    }

    @Override
    public PlayerDirectory directory() {
        return accounts;
    }

    @Override
    public FollowUpQueue followUps() {
        return followUps;
    }

    @Override
    public Leaderboards leaderboards() {
        return leaderboards;
    }

    @Override
    public MinigameRuns minigameRuns() {
        return minigameRuns;
    }

    @Override
    public StockLedger stock() {
        return stock;
    }

    @Override
    public Raffles raffles() {
        return raffles;
    }

    @Override
    public ActiveSessions activeSessions() {
        return activeSessions;
    }

    @Override
    public SessionHistory sessionHistory() {
        return sessionHistory;
    }

    @Override
    public Admissions admissions() {
        return admissions;
    }

    @Override
    public Campaigns campaigns() {
        return campaigns;
    }

    @Override
    public CatalogReleases catalogReleases() {
        return catalogReleases;
    }

    @Override
    public Operators operators() {
        return operators;
    }

    @Override
    public OperatorActions operatorActions() {
        return operatorActions;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public StarsRefunds starsRefunds() {
        return starsRefunds;
    }

    @Override
    public SupportPlans supportPlans() {
        return supportPlans;
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return platformAccounts;
    }

    @Override
    public TransferOutbox transferOutbox() {
        return transferOutbox;
    }

    @Override
    public Tournaments tournaments() {
        return tournaments;
    }

    @Override
    public PopupWaves popupWaves() {
        return popupWaves;
    }

    @Override
    public PrizeRuns prizeRuns() {
        return prizeRuns;
    }

    @Override
    public long greatestId() {
        return greatestId.value();
    }

    /** What is kept of all players, for checking that it adds up. */
    public Books books() {
        return books;
    }

    /** The file, for tests that look into it. */
    Database database() {
        return database;
    }

    /** The writer, for tests that make it fail. */
    GroupCommit writer() {
        return writer;
    }

    /** What forces soft changes, for tests that count. */
    LogForcing forcing() {
        return forcing;
    }

    /** How many players are in memory. */
    public int playersInMemory() {
        return hotPlayers.size();
    }

    /** How many changes wait for the writer. */
    public int waitingWrites() {
        return writer.waiting();
    }

    /** Brings every player's snapshot, and with it the friends' ranking, up to date. */
    public void writeSnapshots() {
        Write.await(writer.requestSnapshots());
    }

    @Override
    public void checkAvailable() {
        meta("snapshot_position");
        Write.await(probe.ask(), Duration.ofSeconds(1));
    }

    /** Writes what waits, closes the file and lets other processes have the directory. */
    @Override
    public void close() {
        resources.close();
    }
}
