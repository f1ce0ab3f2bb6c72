package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
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
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
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
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A storage that hands everything on to a right one, until a subclass does something wrong. */
class BrokenStorage implements GameStorage, PlayerStore, PlayerDirectory, FollowUpQueue {
    final PlainStorage right;

    private final Exchanger<Boolean> meeting = new Exchanger<>();

    BrokenStorage(PlainStorage right) {
        this.right = right;
    }

    /**
     * Waits for another thread of {@link Together} to come here, so that two surely are at once.
     * Who does not run with others goes on: the threads of {@code Together} are virtual, and no
     * other of a contract is. The limit only ends the wait of one whom no other can meet.
     */
    final void meetAnother() {
        if (!Thread.currentThread().isVirtual()) {
            return;
        }
        try {
            meeting.exchange(true, 1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return; // An odd number of threads: nobody else is coming.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        return right.execute(envelope, handler);
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return right.find(player);
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return right.operation(player, id);
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        return right.history(player, beforeSequence, limit);
    }

    @Override
    public Profile register(Profile newcomer) {
        return right.register(newcomer);
    }

    @Override
    public Optional<Profile> profile(PlayerId player) {
        return right.profile(player);
    }

    @Override
    public Optional<Profile> chooseLanguage(PlayerId player, @Nullable LanguageTag language) {
        return right.chooseLanguage(player, language);
    }

    @Override
    public Optional<Profile> findByTelegramId(long telegramId) {
        return right.findByTelegramId(telegramId);
    }

    @Override
    public List<Profile> findByName(NamePrefix prefix, int limit) {
        return right.findByName(prefix, limit);
    }

    @Override
    public List<PlayerId> idsAfter(long after, int limit) {
        return right.idsAfter(after, limit);
    }

    @Override
    public Page<Friend> friends(PlayerId referrer, @Nullable FriendPosition after, int limit) {
        return right.friends(referrer, after, limit);
    }

    @Override
    public PlayerId claimWallet(TonAddress wallet, PlayerId player) {
        return right.claimWallet(wallet, player);
    }

    @Override
    public void erase(PlayerId player) {
        right.erase(player);
    }

    @Override
    public Optional<PlayerId> walletOwner(TonAddress wallet) {
        return right.walletOwner(wallet);
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        return right.pending(limit, nowMillis);
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        right.complete(followUp);
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        right.postpone(followUp);
    }

    @Override
    public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        return right.waiting(after, limit);
    }

    @Override
    public Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId) {
        return right.findWaiting(player, operationId);
    }

    @Override
    public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        right.noteFailure(followUp, atMillis, reason);
    }

    @Override
    public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        return right.drop(followUp, by, atMillis);
    }

    @Override
    public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        return right.dropped(player, operationId);
    }

    @Override
    public Campaigns campaigns() {
        return right.campaigns();
    }

    @Override
    public CatalogReleases catalogReleases() {
        return right.catalogReleases();
    }

    @Override
    public Operators operators() {
        return right.operators();
    }

    @Override
    public OperatorActions operatorActions() {
        return right.operatorActions();
    }

    @Override
    public AuditStore audit() {
        return right.audit();
    }

    @Override
    public StarsRefunds starsRefunds() {
        return right.starsRefunds();
    }

    @Override
    public SupportPlans supportPlans() {
        return right.supportPlans();
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return right.platformAccounts();
    }

    @Override
    public TransferOutbox transferOutbox() {
        return right.transferOutbox();
    }

    @Override
    public Tournaments tournaments() {
        return right.tournaments();
    }

    @Override
    public PopupWaves popupWaves() {
        return right.popupWaves();
    }

    @Override
    public PrizeRuns prizeRuns() {
        return right.prizeRuns();
    }

    @Override
    public long greatestId() {
        return right.greatestId();
    }

    @Override
    public void checkAvailable() {
        right.checkAvailable();
    }

    @Override
    public void close() {
        right.close();
    }

    @Override
    public Admissions admissions() {
        return right.admissions();
    }

    @Override
    public Leaderboards leaderboards() {
        return right.leaderboards();
    }

    @Override
    public MinigameRuns minigameRuns() {
        return right.minigameRuns();
    }

    @Override
    public StockLedger stock() {
        return right.stock();
    }

    @Override
    public Raffles raffles() {
        return right.raffles();
    }

    @Override
    public ActiveSessions activeSessions() {
        return right.activeSessions();
    }

    @Override
    public SessionHistory sessionHistory() {
        return right.sessionHistory();
    }

    @Override
    public final InstantSource clock() {
        return right.clock();
    }

    @Override
    public final PlayerStore players() {
        return this;
    }

    @Override
    public final PlayerDirectory directory() {
        return this;
    }

    @Override
    public final FollowUpQueue followUps() {
        return this;
    }
}
