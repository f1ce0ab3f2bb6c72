package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.account.Admissions;
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
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.storage.presence.HeldSessions;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.time.InstantSource;

/**
 * The game in the memory of this process: the reference that other stores are compared with, and
 * all that tests and small embeddings need.
 *
 * <p>Commands of one player are carried out one after the other, those of different players at
 * once; reading a state waits for nobody.
 *
 * <p>What it does not promise:
 *
 * <ul>
 *   <li>Nothing survives the process. A hard change is as durable as a soft one: not at all.
 *   <li>The history of a player holds the latest changes only, {@value #CHANGES_KEPT_DEFAULT}
 *       unless chosen otherwise; earlier ones are gone, and with them the replay of the state. Each
 *       takes some 200 bytes and work of the garbage collector: with many busy players, keeping a
 *       thousand makes every command several times slower than keeping a hundred.
 *   <li>Nothing is ever given back: players and accepted hard operations stay for ever, everything
 *       else under an operation id for 24 hours, and then until the player's next operation. A
 *       player who has only just joined takes some 2 KB.
 *   <li>Leaderboards stay until they are dropped; reservations of stock, raffles, sessions and runs
 *       of minigames for ever.
 *   <li>The friends' ranking is put in order with every question; that takes time in proportion to
 *       the number of friends.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class MemoryStorage implements GameStorage {
    /** How many changes of each player are kept unless chosen otherwise. */
    public static final int CHANGES_KEPT_DEFAULT = 100;

    private final OpenState open = new OpenState();
    private final MemoryFollowUpQueue followUps = new MemoryFollowUpQueue(open);
    private final MemoryLeaderboards leaderboards = new MemoryLeaderboards(open);
    private final MemoryTransferOutbox transferOutbox = new MemoryTransferOutbox(open);
    private final MemoryTournaments tournaments = new MemoryTournaments(open);
    private final MemoryPopupWaves popupWaves = new MemoryPopupWaves(open);
    private final MemoryMinigameRuns minigameRuns = new MemoryMinigameRuns(open);
    private final MemoryPrizeRuns prizeRuns = new MemoryPrizeRuns(open);
    private final MemoryStockLedger stock = new MemoryStockLedger(open);
    private final MemoryRaffles raffles = new MemoryRaffles(open);
    private final MemorySessionHistory sessionHistory = new MemorySessionHistory(open);
    private final HeldSessions activeSessions = new HeldSessions(sessionHistory);
    private final MemoryAdmissions admissions = new MemoryAdmissions(open);
    private final MemoryCatalogReleases catalogReleases = new MemoryCatalogReleases(open);
    private final MemoryOperators operators = new MemoryOperators(open);
    private final MemoryOperatorActions operatorActions = new MemoryOperatorActions(open);
    private final MemoryAudit audit = new MemoryAudit(operatorActions, open);
    private final MemorySupportPlans supportPlans = new MemorySupportPlans(open);
    private final MemoryStarsRefunds starsRefunds = new MemoryStarsRefunds(open);
    private final MemoryPlatformAccounts platformAccounts = new MemoryPlatformAccounts(open);
    private final MemoryPlayerStore players;
    private final MemoryPlayerDirectory directory;
    private final MemoryCampaigns campaigns;

    /** An empty storage that keeps {@value #CHANGES_KEPT_DEFAULT} changes of each player. */
    public MemoryStorage() {
        this(CHANGES_KEPT_DEFAULT);
    }

    /**
     * An empty storage.
     *
     * @param changesKept how many of the latest changes of each player are kept, at least 1
     */
    public MemoryStorage(int changesKept) {
        this(changesKept, RetentionClock.system());
    }

    MemoryStorage(int changesKept, RetentionClock clock) {
        if (changesKept < 1) {
            throw new IllegalArgumentException("changesKept must be positive, was " + changesKept);
        }
        players = new MemoryPlayerStore(changesKept, clock, followUps, open);
        campaigns = new MemoryCampaigns(players, open);
        directory = new MemoryPlayerDirectory(players, campaigns, open);
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
        return directory;
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
        return Math.max(players.greatestId(), directory.greatestId());
    }

    @Override
    public void checkAvailable() {
        open.require();
    }

    @Override
    public void close() {
        open.close();
    }
}
