package com.luckyfunatic.engine.testkit.simulation;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;

/** The storage as one server process sees it. */
final class SimulatedStorage {
    private SimulatedStorage() {}

    static GameStorage of(
            World world, StoreLink link, SimulatedPlayerStore players, InstantSource clock) {
        FollowUpQueue followUps = linked(FollowUpQueue.class, world.database(), link);
        StockLedger stock = linked(StockLedger.class, world.stock(), link);
        TransferOutbox outbox = linked(TransferOutbox.class, world.transferOutbox(), link);
        SimulatedCompetition competition = world.competition();
        Tournaments tournaments = linked(Tournaments.class, competition.tournaments(), link);
        Raffles raffles = linked(Raffles.class, competition.raffles(), link);
        PrizeRuns prizeRuns = linked(PrizeRuns.class, competition.prizeRuns(), link);
        MinigameRuns runs = linked(MinigameRuns.class, competition.runs(), link);
        Leaderboards boards = linked(Store.REDIS, Leaderboards.class, competition.boards(), link);
        return proxy(
                GameStorage.class,
                (method, _) ->
                        switch (method.getName()) {
                            case "players" -> players;
                            case "followUps" -> followUps;
                            case "stock" -> stock;
                            case "transferOutbox" -> outbox;
                            case "tournaments" -> tournaments;
                            case "raffles" -> raffles;
                            case "prizeRuns" -> prizeRuns;
                            case "minigameRuns" -> runs;
                            case "leaderboards" -> boards;
                            case "ids" -> world.ids();
                            case "clock" -> clock;
                            default ->
                                    throw new IllegalStateException(
                                            "a simulated service asked for what is not simulated: "
                                                    + method.getName());
                        });
    }

    /** What the database keeps, at the other end of {@code link}. */
    private static <T> T linked(Class<T> port, T right, StoreLink link) {
        return linked(Store.DATABASE, port, right, link);
    }

    /** What {@code store} keeps, at the other end of {@code link}. */
    private static <T> T linked(Store store, Class<T> port, T right, StoreLink link) {
        return proxy(
                port,
                (method, arguments) ->
                        link.call(store, method.getName(), () -> invoke(right, method, arguments)));
    }

    private static Object invoke(Object right, Method method, Object[] arguments) {
        try {
            return method.invoke(right, arguments);
        } catch (InvocationTargetException e) {
            switch (requireNonNull(e.getCause())) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Call {
        Object make(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> port, Call call) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> call.make(method, arguments)));
    }
}
