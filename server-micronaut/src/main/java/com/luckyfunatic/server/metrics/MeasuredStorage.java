package com.luckyfunatic.server.metrics;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.id.IdSource;
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
import com.luckyfunatic.engine.storage.StoragePart;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.time.InstantSource;
import java.util.List;

/**
 * A storage whose commands are measured, whatever store it is. So neither the engine nor any store
 * knows of metrics.
 */
public final class MeasuredStorage implements GameStorage {
    private final GameStorage storage;
    private final PlayerStore players;

    public MeasuredStorage(GameStorage storage, EngineMetrics metrics) {
        this.storage = storage;
        this.players = new MeasuredPlayerStore(storage.players(), metrics);
    }

    @Override
    public PlayerStore players() {
        return players;
    }

    @Override
    public PlayerDirectory directory() {
        return storage.directory();
    }

    @Override
    public FollowUpQueue followUps() {
        return storage.followUps();
    }

    @Override
    public Leaderboards leaderboards() {
        return storage.leaderboards();
    }

    @Override
    public MinigameRuns minigameRuns() {
        return storage.minigameRuns();
    }

    @Override
    public StockLedger stock() {
        return storage.stock();
    }

    @Override
    public Raffles raffles() {
        return storage.raffles();
    }

    @Override
    public ActiveSessions activeSessions() {
        return storage.activeSessions();
    }

    @Override
    public SessionHistory sessionHistory() {
        return storage.sessionHistory();
    }

    @Override
    public Admissions admissions() {
        return storage.admissions();
    }

    @Override
    public Campaigns campaigns() {
        return storage.campaigns();
    }

    @Override
    public CatalogReleases catalogReleases() {
        return storage.catalogReleases();
    }

    @Override
    public Operators operators() {
        return storage.operators();
    }

    @Override
    public OperatorActions operatorActions() {
        return storage.operatorActions();
    }

    @Override
    public AuditStore audit() {
        return storage.audit();
    }

    @Override
    public StarsRefunds starsRefunds() {
        return storage.starsRefunds();
    }

    @Override
    public SupportPlans supportPlans() {
        return storage.supportPlans();
    }

    @Override
    public PlatformAccounts platformAccounts() {
        return storage.platformAccounts();
    }

    @Override
    public TransferOutbox transferOutbox() {
        return storage.transferOutbox();
    }

    @Override
    public Tournaments tournaments() {
        return storage.tournaments();
    }

    @Override
    public PopupWaves popupWaves() {
        return storage.popupWaves();
    }

    @Override
    public PrizeRuns prizeRuns() {
        return storage.prizeRuns();
    }

    @Override
    public long greatestId() {
        return storage.greatestId();
    }

    @Override
    public InstantSource clock() {
        return storage.clock();
    }

    @Override
    public IdSource ids(int worker, InstantSource clock) {
        return storage.ids(worker, clock);
    }

    @Override
    public List<StoragePart> parts() {
        return storage.parts();
    }

    @Override
    public void checkAvailable() {
        storage.checkAvailable();
    }

    @Override
    public void close() {
        storage.close();
    }
}
