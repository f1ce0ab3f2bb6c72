package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.referral.Friend;
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
import com.luckyfunatic.engine.storage.Page;
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
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import com.luckyfunatic.storage.memory.MemoryStorage;
import com.luckyfunatic.storage.mysql.SnapshotWrite.Standing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The directory and the stock on MySQL, beside players who are in memory. */
final class DirectoryFixture implements StorageFixture {
    private static final int CHANGES_KEPT = Math.toIntExact(StoreCapabilities.CHANGES_KEPT_MIN);

    /** More than a test's ids advance, some days of its clock included. */
    private static final long IDS_OF_A_TEST = 1L << 52;

    /** Tests share the tables, and not every table tells which ids are taken. */
    private static final AtomicLong GREATEST_ID = new AtomicLong(1L << 58);

    private final long greatestId = GREATEST_ID.addAndGet(IDS_OF_A_TEST);
    private final MySqlDatabase database;
    private final Queue<PlayerId> registered = new ConcurrentLinkedQueue<>();

    DirectoryFixture(MySqlDatabase database) {
        this.database = database;
    }

    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(
                false, StoreCapabilities.FRIENDS_RANKING_LAG_MAX, CHANGES_KEPT);
    }

    @Override
    public GameStorage open() {
        return new Storage(new MemoryStorage(CHANGES_KEPT), new Directory(database.directory()));
    }

    /** Flushes everybody, as the job does that brings snapshots up to date. */
    @Override
    public void settle(GameStorage storage) {
        for (PlayerId player : registered) {
            storage.players().find(player).ifPresent(this::flush);
        }
    }

    private void flush(PlayerState state) {
        SnapshotWrite write = Rows.snapshot(state.id(), 1, state.sequence());
        Standing standing = new Standing(state.wallet().funzEarned(), state.rank().rank());
        database.snapshots().flush(List.of(SnapshotWrite.of(write.snapshot(), standing)));
    }

    private final class Directory implements PlayerDirectory {
        private final PlayerDirectory inner;

        Directory(PlayerDirectory inner) {
            this.inner = inner;
        }

        @Override
        public Profile register(Profile newcomer) {
            Profile profile = inner.register(newcomer);
            registered.add(profile.id());
            return profile;
        }

        @Override
        public Optional<Profile> profile(PlayerId player) {
            return inner.profile(player);
        }

        @Override
        public Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language) {
            return inner.chooseLanguage(player, language);
        }

        @Override
        public Optional<Profile> findByTelegramId(long telegramId) {
            return inner.findByTelegramId(telegramId);
        }

        @Override
        public List<Profile> findByName(NamePrefix prefix, int limit) {
            return inner.findByName(prefix, limit);
        }

        @Override
        public List<PlayerId> idsAfter(long after, int limit) {
            return inner.idsAfter(after, limit);
        }

        @Override
        public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
            return inner.friends(referrer, after, limit);
        }

        @Override
        public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
            return inner.claimWallet(wallet, player);
        }

        @Override
        public void erase(PlayerId player) {
            inner.erase(player);
        }

        @Override
        public Optional<PlayerId> walletOwner(TonAddress wallet) {
            return inner.walletOwner(wallet);
        }
    }

    private final class Storage implements GameStorage {
        private final MemoryStorage memory;
        private final PlayerDirectory directory;

        Storage(MemoryStorage memory, PlayerDirectory directory) {
            this.memory = memory;
            this.directory = directory;
        }

        @Override
        public InstantSource clock() {
            return memory.clock();
        }

        @Override
        public PlayerStore players() {
            return memory.players();
        }

        @Override
        public PlayerDirectory directory() {
            return directory;
        }

        @Override
        public FollowUpQueue followUps() {
            return memory.followUps();
        }

        @Override
        public Admissions admissions() {
            return database.admissions();
        }

        @Override
        public Leaderboards leaderboards() {
            return memory.leaderboards();
        }

        @Override
        public MinigameRuns minigameRuns() {
            return database.minigameRuns();
        }

        @Override
        public StockLedger stock() {
            return database.stock();
        }

        @Override
        public Raffles raffles() {
            return database.raffles();
        }

        @Override
        public ActiveSessions activeSessions() {
            return memory.activeSessions();
        }

        @Override
        public SessionHistory sessionHistory() {
            return memory.sessionHistory();
        }

        @Override
        public Campaigns campaigns() {
            return database.campaigns();
        }

        @Override
        public CatalogReleases catalogReleases() {
            return database.catalogReleases();
        }

        @Override
        public Operators operators() {
            return database.operators();
        }

        @Override
        public OperatorActions operatorActions() {
            return database.operatorActions();
        }

        @Override
        public AuditStore audit() {
            return database.audit();
        }

        @Override
        public StarsRefunds starsRefunds() {
            return database.starsRefunds();
        }

        @Override
        public SupportPlans supportPlans() {
            return database.supportPlans();
        }

        @Override
        public PlatformAccounts platformAccounts() {
            return database.platformAccounts();
        }

        @Override
        public TransferOutbox transferOutbox() {
            return database.transferOutbox();
        }

        @Override
        public Tournaments tournaments() {
            return database.tournaments();
        }

        @Override
        public PopupWaves popupWaves() {
            return database.popupWaves();
        }

        @Override
        public PrizeRuns prizeRuns() {
            return database.prizeRuns();
        }

        @Override
        public long greatestId() {
            return Math.max(greatestId, Math.max(memory.greatestId(), database.greatestId()));
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
