package com.luckyfunatic.server.balloon;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.balloon.BalloonCommand.FinishBalloons;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.balloon.BalloonScore;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.tournament.EnteredRuns;
import com.luckyfunatic.server.engine.FollowUpJob;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results on a storage whose answers get lost. */
class BalloonResultsTest {
    private static final BalloonGameId GAME = new BalloonGameId(5);
    private static final BalloonScore SCORE = new BalloonScore(10, 4, 1);

    private final MemoryStorage memory = new MemoryStorage();
    private final AtomicInteger failuresBefore = new AtomicInteger();
    private final AtomicInteger failuresAfter = new AtomicInteger();
    private final GameEngine engine =
            GameEngine.builder(lossy()).clock(new SettableClock()).build(TestCatalogs.full());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PlayerId player = engine.logIn(TelegramAccount.of(7, "Ada"), null).profile().id();

    private BalloonResults results(FollowUpJob followUps) {
        BalloonRuns runs = new BalloonRuns(engine, new EnteredRuns(engine.storage()));
        runs.begin(player, GAME, null, engine.clock().millis(), 1);
        return new BalloonResults(engine, followUps, runs, new BalloonMetrics(registry));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "0, 1", "0, 3"})
    void a_result_is_paid_once_whatever_answer_is_lost(int before, int after) {
        engine.execute(player, new StartBalloons(GAME));
        failuresBefore.set(before);
        failuresAfter.set(after);

        try (GameServer server = GameServer.start()) {
            ServerMessage.End end =
                    results(server.http().bean(FollowUpJob.class)).keep(player, GAME, SCORE);

            assertThat(end.counted()).isTrue();
            assertThat(end.funz()).isEqualTo(200);
            assertThat(state().wallet().funz()).isEqualTo(200);
            assertThat(state().balloons().rewardedOnDay()).isOne();
            assertThat(memory.leaderboards().entry(BalloonRuns.BOARD, player))
                    .map(BoardEntry::total)
                    .hasValue(10L);
            assertThat(registry.counter("game.balloons.lost").count()).isZero();
        }
    }

    @Test
    void another_server_that_repeats_it_pays_nothing() {
        engine.execute(player, new StartBalloons(GAME));
        try (GameServer server = GameServer.start()) {
            BalloonResults results = results(server.http().bean(FollowUpJob.class));
            results.keep(player, GAME, SCORE);
            ServerMessage.End again = results.keep(player, GAME, SCORE);

            assertThat(again.funz()).isEqualTo(200);
            assertThat(state().wallet().funz()).isEqualTo(200);
        }
    }

    private PlayerState state() {
        return engine.player(player).orElseThrow();
    }

    /** Loses what comes of {@link FinishBalloons}, before or after it has had its effect. */
    private GameStorage lossy() {
        PlayerStore players =
                proxy(
                        PlayerStore.class,
                        memory.players(),
                        (method, arguments) -> {
                            boolean finishes =
                                    arguments != null
                                            && arguments[0].toString().contains("FinishBalloons");
                            if (finishes && failuresBefore.getAndDecrement() > 0) {
                                throw new StorageUnavailableException("before");
                            }
                            Object result = method.call();
                            if (finishes && failuresAfter.getAndDecrement() > 0) {
                                throw new StorageUnavailableException("after");
                            }
                            return result;
                        });
        return (GameStorage)
                Proxy.newProxyInstance(
                        GameStorage.class.getClassLoader(),
                        new Class<?>[] {GameStorage.class},
                        (_, method, arguments) ->
                                method.getName().equals("players")
                                        ? players
                                        : method.invoke(memory, arguments));
    }

    private interface Call {
        Object call() throws Throwable;
    }

    private interface Around {
        Object pass(Call call, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> port, T right, Around around) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) ->
                                around.pass(
                                        () -> {
                                            try {
                                                return method.invoke(right, arguments);
                                            } catch (InvocationTargetException e) {
                                                throw e.getCause();
                                            }
                                        },
                                        arguments)));
    }
}
