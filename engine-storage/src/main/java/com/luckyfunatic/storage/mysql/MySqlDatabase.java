package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PopupWaves;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.codec.GameCodec;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The database of the distributed storage: what must never be lost.
 *
 * <p>Works on MySQL 8 and MariaDB. Calls are answered within the time that the settings give them,
 * or fail; none hangs while the database is away, and all work again when it is back. Thread-safe.
 */
public final class MySqlDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final MySqlContext context;
    private final Transactions transactions;
    private final LedgerConnections ledgerConnections;
    private final Transactions ledgerTransactions;
    private final AccountRepository accounts;
    private final CampaignRepository arrivals;
    private final ArchiveRepository archiveRows;
    private final GameCodec codec = new GameCodec();
    private final FollowUpRows followUpRows = new FollowUpRows(codec);
    private final Partitions partitions;
    private final JobLeases leases;
    private final WorkerIds workerIds;
    private final HardLedger ledger;
    private final StockLedger stock;
    private final Tournaments tournaments;
    private final AuditStore audit;
    private final SupportPlans supportPlans;
    private final Operators operators;
    private final OperatorActions operatorActions;
    private final PlatformAccounts platformAccounts;
    private final TransferOutbox transferOutbox;
    private final PopupWaves popupWaves;
    private final MinigameRuns minigameRuns;
    private final JobRuns jobRuns;
    private final CatalogReleases catalogReleases;
    private final ChangeArchive archive;
    private final Operations operations;
    private final MySqlRaffles raffles;
    private final MySqlAdmissions admissions;

    private MySqlDatabase(MySqlSettings settings, HikariDataSource pool, MySqlContext context) {
        this.pool = pool;
        this.context = context;
        transactions =
                new Transactions(
                        new TransactionBoundary.Managed(
                                context.getBean(DataSourceTransactionManager.class)),
                        settings);
        ledgerConnections = new LedgerConnections(settings);
        ledgerTransactions = new Transactions(ledgerConnections, settings);
        accounts = context.getBean(AccountRepository.class);
        admissions =
                new MySqlAdmissions(
                        transactions, context.getBean(AdmissionRepository.class), codec);
        arrivals = context.getBean(CampaignRepository.class);
        archiveRows = context.getBean(ArchiveRepository.class);
        partitions = new Partitions(transactions, context.getBean(PartitionRepository.class));
        LeaseRepository leaseRows = context.getBean(LeaseRepository.class);
        leases = new JobLeases(transactions, leaseRows);
        workerIds = new WorkerIds(transactions, leaseRows);
        partitions.requireCount(settings.partitions());
        workerIds.prepare();
        ledger =
                new HardLedger(
                        ledgerTransactions, new CommitGroup(ledgerTransactions, followUpRows));
        operators = new MySqlOperators(transactions, context.getBean(OperatorRepository.class));
        operatorActions =
                new MySqlOperatorActions(
                        transactions, context.getBean(OperatorActionRepository.class));
        platformAccounts =
                new MySqlPlatformAccounts(
                        transactions, context.getBean(PlatformAccountRepository.class));
        transferOutbox =
                new MySqlTransferOutbox(transactions, context.getBean(TransferRepository.class));
        popupWaves = new MySqlPopupWaves(transactions, context.getBean(PopupWaveRepository.class));
        minigameRuns =
                new MySqlMinigameRuns(transactions, context.getBean(MinigameRunRepository.class));
        jobRuns = new MySqlJobRuns(transactions, context.getBean(JobRunRepository.class));
        catalogReleases =
                new MySqlCatalogReleases(
                        transactions, context.getBean(CatalogReleaseRepository.class));
        operations = new Operations(transactions);
        archive =
                new ChangeArchive(
                        transactions,
                        context.getBean(PartitionRepository.class),
                        archiveRows,
                        followUpRows);
        raffles = new MySqlRaffles(transactions, new StockTurns(transactions), codec);
        stock =
                new MySqlStockLedger(
                        transactions, new StockTurns(transactions), new StockRows(codec));
        tournaments = new MySqlTournaments(transactions, new StockTurns(transactions), codec);
        audit = new MySqlAudit(transactions, context.getBean(AuditSealRepository.class));
        supportPlans =
                new MySqlSupportPlans(
                        transactions,
                        new StockTurns(transactions),
                        context.getBean(SupportPlanRepository.class),
                        codec);
    }

    /**
     * Opens the database, bringing its tables up to this build's.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when it cannot be
     *     reached; try again later
     * @throws com.luckyfunatic.engine.storage.StorageNotOpenableException when it cannot be used,
     *     is newer than this build, or has another number of partitions
     */
    public static MySqlDatabase open(MySqlSettings settings) {
        Migrations.run(settings);
        HikariDataSource pool = ConnectionPool.open(settings);
        MySqlContext context = null;
        try {
            context = MySqlContext.start(pool);
            return new MySqlDatabase(settings, pool, context);
        } catch (RuntimeException | Error e) {
            if (context != null) {
                context.close();
            }
            pool.close();
            throw e;
        }
    }

    /**
     * Returns what the settings of the server say about the promises of the storage. A production
     * server should not start on unsafe ones.
     *
     * @param clock this machine's, which is compared with the database's
     */
    public List<Finding> findings(InstantSource clock) {
        return transactions.run(connection -> ServerCheck.findings(connection, clock));
    }

    /** Who the players are. */
    public PlayerDirectory directory() {
        return new MySqlPlayerDirectory(transactions, accounts, arrivals);
    }

    /** Whom marketing campaigns brought. */
    public Campaigns campaigns() {
        return new MySqlCampaigns(transactions, arrivals, codec);
    }

    /** Bans, and logins that were ended. */
    public Admissions admissions() {
        return admissions;
    }

    /** The people who run the game. */
    public Operators operators() {
        return operators;
    }

    /** What operators asked for. */
    public OperatorActions operatorActions() {
        return operatorActions;
    }

    /** What is recorded for good, with the seals on it. */
    public AuditStore audit() {
        return audit;
    }

    /** What operators are about to do. */
    public SupportPlans supportPlans() {
        return supportPlans;
    }

    /** Which plans of operators ask for the Stars of payments. */
    public StarsRefunds starsRefunds() {
        return new MySqlStarsRefunds(transactions);
    }

    /** Players' accounts on the platform. */
    public PlatformAccounts platformAccounts() {
        return platformAccounts;
    }

    /** Players' transfers to the platform. */
    public TransferOutbox transferOutbox() {
        return transferOutbox;
    }

    /** Tournaments and who has entered them. */
    public Tournaments tournaments() {
        return tournaments;
    }

    /** When popups come. */
    public PopupWaves popupWaves() {
        return popupWaves;
    }

    /** Final standings of tournaments, and what was paid for them. */
    public PrizeRuns prizeRuns() {
        return new MySqlPrizeRuns(transactions);
    }

    /** The players' snapshots. */
    public Snapshots snapshots() {
        return new Snapshots(transactions, followUpRows);
    }

    /** Where hard changes are committed. */
    public HardLedger ledger() {
        return ledger;
    }

    /** Operation ids and their first answers. */
    public Operations operations() {
        return operations;
    }

    /** The changes of the last two days, and older ones that are still needed. */
    public ChangeArchive archive() {
        return archive;
    }

    /** Entries of the journals that cannot be understood. */
    public Quarantine quarantine() {
        return new Quarantine(transactions);
    }

    /** The partitions and their generations. */
    public Partitions partitions() {
        return partitions;
    }

    /** Follow-ups that wait. */
    public FollowUpQueue followUps() {
        return new MySqlFollowUpQueue(transactions, followUpRows);
    }

    /** Runs of minigames. */
    public MinigameRuns minigameRuns() {
        return minigameRuns;
    }

    /** Supplies that are counted for all players together. */
    public StockLedger stock() {
        return stock;
    }

    /** Raffles, their tickets and their winners. */
    public Raffles raffles() {
        return raffles;
    }

    /** Who does which job. */
    public JobLeases leases() {
        return leases;
    }

    /** How jobs went the last time. */
    public JobRuns jobRuns() {
        return jobRuns;
    }

    /** Worker numbers for ids. */
    public WorkerIds workerIds() {
        return workerIds;
    }

    /** Releases of the content. */
    public CatalogReleases catalogReleases() {
        return catalogReleases;
    }

    /** Returns the database's time, epoch milliseconds. */
    public long clockMillis() {
        return transactions.run(ServerCheck::clockMillis);
    }

    /** Returns the greatest id of a player, a change or a run that is stored, 0 for none. */
    public long greatestId() {
        return transactions.run(_ ->
                LongStream.of(
                                accounts.greatestPlayerId(),
                                archiveRows.greatestId(),
                                archiveRows.greatestIdOfOperations(),
                                context.getBean(MinigameRunRepository.class).greatestId(),
                                context.getBean(OperatorActionRepository.class).greatestId())
                        .max()
                        .orElse(0));
    }

    /**
     * Finds out whether the database can serve.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when it cannot
     */
    public void checkAvailable() {
        partitions.generations();
    }

    /** Commits what waits and closes the connections; later calls fail. Again is no error. */
    @Override
    public void close() {
        admissions.close();
        ledger.close();
        transactions.close();
        ledgerTransactions.close();
        ledgerConnections.close();
        context.close();
        pool.close();
    }
}
