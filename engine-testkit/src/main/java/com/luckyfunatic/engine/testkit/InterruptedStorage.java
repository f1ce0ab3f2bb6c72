package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
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
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A storage that fails at chosen steps of a purchase from stock, or of an entry, before the step or
 * right after it, as if the process had died there or the answer were lost. Thread-safe.
 */
final class InterruptedStorage implements GameStorage, StockLedger, PlayerStore {
    private final GameStorage storage;
    private final IdSource ids;
    private final Predicate<Step> fails;

    /** Where it can fail. */
    enum Step {
        BEFORE_RESERVING,
        AFTER_RESERVING,
        BEFORE_CHARGING,
        AFTER_CHARGING,
        BEFORE_SETTLING,
        AFTER_SETTLING
    }

    /**
     * @param ids for all engines on it: each would begin anew
     * @param fails asked at each step; may be asked by many at once
     */
    InterruptedStorage(GameStorage storage, IdSource ids, Predicate<Step> fails) {
        this.storage = storage;
        this.ids = ids;
        this.fails = fails;
    }

    private <T> T between(Step before, Step after, Supplier<T> work) {
        pass(before);
        T result = work.get();
        pass(after);
        return result;
    }

    private void pass(Step step) {
        if (fails.test(step)) {
            throw new StorageUnavailableException("the test ends it " + step);
        }
    }

    @Override
    public ReserveOutcome reserve(Reservation wanted, long total) {
        return between(
                Step.BEFORE_RESERVING,
                Step.AFTER_RESERVING,
                () -> storage.stock().reserve(wanted, total));
    }

    @Override
    public Optional<ReservationStep> confirm(PlayerId player, OperationId operationId) {
        return between(
                Step.BEFORE_SETTLING,
                Step.AFTER_SETTLING,
                () -> storage.stock().confirm(player, operationId));
    }

    @Override
    public Optional<ReservationStep> release(PlayerId player, OperationId operationId) {
        return between(
                Step.BEFORE_SETTLING,
                Step.AFTER_SETTLING,
                () -> storage.stock().release(player, operationId));
    }

    @Override
    public Optional<Reservation> find(PlayerId player, OperationId operationId) {
        return storage.stock().find(player, operationId);
    }

    @Override
    public StockLevel level(StockId stock) {
        return storage.stock().level(stock);
    }

    @Override
    public List<Reservation> open(long untilMillis, @Nullable Reservation after, int limit) {
        return storage.stock().open(untilMillis, after, limit);
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        return between(
                Step.BEFORE_CHARGING,
                Step.AFTER_CHARGING,
                () -> storage.players().execute(envelope, handler));
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return storage.players().find(player);
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return storage.players().operation(player, id);
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        return storage.players().history(player, beforeSequence, limit);
    }

    @Override
    public PlayerStore players() {
        return this;
    }

    @Override
    public MinigameRuns minigameRuns() {
        return storage.minigameRuns();
    }

    @Override
    public StockLedger stock() {
        return this;
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
        Tournaments tournaments = storage.tournaments();
        return (Tournaments)
                Proxy.newProxyInstance(
                        Tournaments.class.getClassLoader(),
                        new Class<?>[] {Tournaments.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "hold" ->
                                            between(
                                                    Step.BEFORE_RESERVING,
                                                    Step.AFTER_RESERVING,
                                                    () -> call(tournaments, method, arguments));
                                    case "confirm", "release", "refund" ->
                                            between(
                                                    Step.BEFORE_SETTLING,
                                                    Step.AFTER_SETTLING,
                                                    () -> call(tournaments, method, arguments));
                                    default -> call(tournaments, method, arguments);
                                });
    }

    private static Object call(Tournaments tournaments, Method method, Object[] arguments) {
        try {
            return method.invoke(tournaments, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
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
        return ids;
    }

    @Override
    public void close() {
        storage.close();
    }
}
