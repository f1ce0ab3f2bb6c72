package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
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
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A storage in memory that carries a command out and then fails, when a test says so. */
public final class LosingStorage implements GameStorage, PlayerStore {
    private final MemoryStorage memory = new MemoryStorage();
    private final AtomicReference<@Nullable RuntimeException> next = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> nextOfRuns = new AtomicReference<>();
    private final AtomicReference<@Nullable RuleHandler> lastRules = new AtomicReference<>();

    /** Lets the next command end in {@code failure}, although it is carried out. */
    public void loseNextAnswer(RuntimeException failure) {
        next.set(failure);
    }

    /** Lets the runs of minigames be away in {@code failure}, once. */
    public void loseRuns(RuntimeException failure) {
        nextOfRuns.set(failure);
    }

    /** Returns the rules that stood behind the last command's handler, null for none. */
    public @Nullable RuleHandler lastRules() {
        return lastRules.get();
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        lastRules.set(handler.rules());
        Answer answer = memory.players().execute(envelope, handler);
        RuntimeException failure = next.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return memory.players().find(player);
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return memory.players().operation(player, id);
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        return memory.players().history(player, beforeSequence, limit);
    }

    @Override
    public InstantSource clock() {
        return memory.clock();
    }

    @Override
    public PlayerStore players() {
        return this;
    }

    @Override
    public PlayerDirectory directory() {
        return memory.directory();
    }

    @Override
    public FollowUpQueue followUps() {
        return memory.followUps();
    }

    @Override
    public Admissions admissions() {
        return memory.admissions();
    }

    @Override
    public Leaderboards leaderboards() {
        return memory.leaderboards();
    }

    @Override
    public MinigameRuns minigameRuns() {
        RuntimeException failure = nextOfRuns.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        return memory.minigameRuns();
    }

    @Override
    public StockLedger stock() {
        return memory.stock();
    }

    @Override
    public Raffles raffles() {
        return memory.raffles();
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
        return memory.campaigns();
    }

    @Override
    public CatalogReleases catalogReleases() {
        return memory.catalogReleases();
    }

    @Override
    public Operators operators() {
        return memory.operators();
    }

    @Override
    public OperatorActions operatorActions() {
        return memory.operatorActions();
    }

    @Override
    public AuditStore audit() {
        return memory.audit();
    }

    @Override
    public StarsRefunds starsRefunds() {
        return memory.starsRefunds();
    }

    @Override
    public SupportPlans supportPlans() {
        return memory.supportPlans();
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return memory.platformAccounts();
    }

    @Override
    public TransferOutbox transferOutbox() {
        return memory.transferOutbox();
    }

    @Override
    public Tournaments tournaments() {
        return memory.tournaments();
    }

    @Override
    public PopupWaves popupWaves() {
        return memory.popupWaves();
    }

    @Override
    public PrizeRuns prizeRuns() {
        return memory.prizeRuns();
    }

    @Override
    public long greatestId() {
        return memory.greatestId();
    }

    @Override
    public void close() {
        memory.close();
    }
}
