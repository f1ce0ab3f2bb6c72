package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server, a player with 100 funz and 10 jokers, and two operators: one moves up to 10 jokers
 * alone, and 25 in a day.
 */
abstract class AdjustmentsScene {
    @TempDir Path directory;
    GameServer server;
    PlanCalls calls;
    TestPlayer player;
    String ada;
    String lead;

    @BeforeEach
    void start() {
        server =
                GameServer.start(
                        Map.of(
                                "FUNATIC_SUPPORT_LIMIT_JOKERS", "10",
                                "FUNATIC_SUPPORT_DAILY_JOKERS", "25",
                                "FUNATIC_SUPPORT_LIMIT_PLAYERS", "3"),
                        TestCatalogs.full());
        calls = new PlanCalls(server);
        player = server.newPlayer(100, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    String row(String name, String what, long amount) {
        return name + "," + player.id() + "," + what + "," + amount + ",lost_reward,sorry\n";
    }

    HttpResponse<String> check(String who, JsonNode body) {
        return calls.post(who, "adjustments/check", body.toString());
    }

    HttpResponse<String> approve(String who, JsonNode body) {
        return calls.post(who, "adjustments/approve", body.toString());
    }

    HttpResponse<String> apply(String who, JsonNode body) {
        return calls.post(who, "adjustments/apply", body.toString());
    }

    PlayerState state() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow();
    }

    long jokers() {
        return state().wallet().jokers();
    }

    OperatorAction last(String operator) {
        return calls.recorded(operator).getLast();
    }
}
