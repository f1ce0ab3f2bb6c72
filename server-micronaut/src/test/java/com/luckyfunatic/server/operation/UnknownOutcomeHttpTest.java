package com.luckyfunatic.server.operation;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands whose answer was lost inside the server: the caller learns how to ask. */
class UnknownOutcomeHttpTest {
    private static final String TANK = "{\"boosterType\":\"energy_tank\"}";
    private static final String GAME_KEY = "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaE";
    private static final LosingStorage STORAGE = new LosingStorage();

    private static TestServer server;
    private static TestPlayer player;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "FUNATIC_WORKERS",
                                "false",
                                "FUNATIC_MINIGAME_KEYS",
                                "stars:" + GAME_KEY),
                        new SettableClock(),
                        STORAGE,
                        TestCatalogs.full());
        player = TestPlayer.logIn(server, 4711);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void without_a_key_the_answer_names_the_operation_that_the_server_made() {
        player.tap(30);
        STORAGE.loseNextAnswer(new StorageUnavailableException("gone"));

        HttpResponse<String> lost = player.post("/cards/buy-card", "{\"cardId\":\"miner\"}");

        String name = lost.headers().firstValue("Idempotency-Key").orElseThrow();
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(code(lost)).isEqualTo("storage_unavailable");
        assertThat(json(lost).get("detail").textValue())
                .contains("outcome is unknown", "GET /operations/" + name, "Idempotency-Key");
        assertThat(player.read("/operations/" + name).get("status").textValue())
                .isEqualTo("accepted");
        HttpResponse<String> repeat =
                player.postWithKey("/cards/buy-card", "{\"cardId\":\"miner\"}", name);
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
    }

    @Test
    void with_a_key_of_the_caller_the_answer_repeats_it() {
        STORAGE.loseNextAnswer(new StorageUnavailableException("gone"));

        HttpResponse<String> lost = player.postWithKey("/tap", "{\"taps\":1}", "my/key 1");

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Idempotency-Key")).hasValue("my/key 1");
        assertThat(json(lost).get("detail").textValue()).contains("GET /operations/my%2Fkey%201");
    }

    @Test
    void a_fault_of_the_server_names_the_operation_too() {
        STORAGE.loseNextAnswer(new IllegalStateException("a bug"));

        HttpResponse<String> lost = player.post("/boosters/activate", TANK);

        assertThat(lost.statusCode()).isEqualTo(500);
        assertThat(lost.headers().firstValue("Idempotency-Key")).isPresent();
        assertThat(json(lost).get("detail").textValue())
                .contains("outcome is unknown")
                .doesNotContain("a bug");
    }

    @Test
    void a_run_is_no_operation_that_can_be_asked_for_but_can_be_repeated() {
        String token = player.send("/toy-box/games/stars/token", "{}").get("token").textValue();
        String[] headers = {"Authorization", "Bearer " + token, "X-Api-Key", GAME_KEY};
        STORAGE.loseRuns(new StorageUnavailableException("gone"));

        HttpResponse<String> lost = server.post("/minigames/stars/runs", "{}", headers);

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Idempotency-Key")).isPresent();
        assertThat(json(lost).get("detail").textValue())
                .contains("outcome is unknown", "repeat the request with", "Idempotency-Key")
                .doesNotContain("operations");
    }

    @Test
    void what_has_no_name_gets_none() {
        STORAGE.loseNextAnswer(new StorageUnavailableException("gone"));

        HttpResponse<String> lost = player.post("/tap", "{\"taps\":1}");

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Idempotency-Key")).isEmpty();
    }
}
