package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators see of follow-ups that a later version has queued, and can do about them. */
class UnreadableFollowUpsTest {
    @Test
    void they_are_shown_without_a_command_and_stay() {
        try (GameServer server =
                GameServer.startOn(UnreadableFollowUpsTest::ofALaterVersion, Map.of())) {
            PlanCalls calls = new PlanCalls(server);
            String ada = server.newOperator("ada", Role.SUPPORT);
            TestPlayer player = server.newPlayer();
            server.newFriendOf(player);
            assertThatThrownBy(server::settleFollowUps).isInstanceOf(StorageCorruptException.class);

            JsonNode shown =
                    data(server.http().get("/support/follow-ups", "Authorization", ada)).path(0);
            assertThat(shown.path("playerId").asText()).isEqualTo(player.id());
            assertThat(shown.path("command").isNull()).isTrue();
            assertThat(shown.path("failedAttempts").asInt()).isEqualTo(1);
            assertThat(shown.path("lastFailure").asText())
                    .startsWith("StorageCorruptException: this version cannot read the follow-up");
            String body =
                    "{\"action\":\"drop_follow_up\",\"operationId\":\"%s\",\"reasonCode\":\"other\",\"reason\":\"t\"}"
                            .formatted(shown.path("operationId").asText());
            assertRefused(
                    calls.post(ada, "players/" + player.id() + "/plans", body),
                    409,
                    "follow_up_not_droppable");
            assertThat(server.storage().followUps().pending(10)).hasSize(1);
            assertThat(friends(server, player)).isZero();
        }
    }

    private static int friends(GameServer server, TestPlayer player) {
        return server.engine()
                .player(PlayerId.parse(player.id()))
                .orElseThrow()
                .referral()
                .friends();
    }

    /** {@code storage} whose follow-ups nobody can read. */
    private static GameStorage ofALaterVersion(GameStorage storage) {
        FollowUpQueue queue = proxy(FollowUpQueue.class, storage.followUps());
        return (GameStorage)
                Proxy.newProxyInstance(
                        GameStorage.class.getClassLoader(),
                        new Class<?>[] {GameStorage.class},
                        (_, method, arguments) ->
                                method.getName().equals("followUps")
                                        ? queue
                                        : invoke(() -> method.invoke(storage, arguments)));
    }

    private static <T> T proxy(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) ->
                                unreadable(invoke(() -> method.invoke(real, arguments)))));
    }

    private static Object unreadable(Object result) {
        return switch (result) {
            case PendingFollowUp each -> unreadable(each);
            case List<?> all -> all.stream().map(UnreadableFollowUpsTest::unreadable).toList();
            case Page<?> page ->
                    new Page<>(
                            page.items().stream().map(UnreadableFollowUpsTest::unreadable).toList(),
                            page.hasMore());
            case Optional<?> one -> one.map(UnreadableFollowUpsTest::unreadable);
            case null, default -> result;
        };
    }

    private static PendingFollowUp unreadable(PendingFollowUp each) {
        return new PendingFollowUp(
                each.id(),
                each.player(),
                each.operationId(),
                null,
                each.dueAtMillis(),
                each.queuedAtMillis(),
                each.failures());
    }

    /** A reflective call. */
    @FunctionalInterface
    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
