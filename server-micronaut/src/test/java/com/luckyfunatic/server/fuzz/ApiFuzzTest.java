package com.luckyfunatic.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.fuzz.DescribedApi.Operation;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.token.TokenIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Asks a server whatever its description gives rise to: every answer is one that the description
 * knows, looks as it says, and is no internal error.
 *
 * <p>{@code -Dfunatic.fuzz.requests=100000} searches longer, {@code -Dfunatic.fuzz.seed} elsewhere.
 */
class ApiFuzzTest {
    private static final int REQUESTS = Integer.getInteger("funatic.fuzz.requests", 4_000);
    private static final long SEED = Long.getLong("funatic.fuzz.seed", 1);
    private static final int PLAYER_LASTS = 200;
    private static final String PLATFORM_TOKEN = "4b1d9f0e7a2c5836b1d9f0e7a2c58364";
    private static final String WEBHOOK_SECRET = "9e3b7c1d5a2f4860b7d4e1f9a3c6582d";
    private static final String GAME_KEY = "b7e1d94c2f60a83571c9e4d2b8f6a305";
    private static final List<String> CONTENT =
            List.of(
                    "miner",
                    "golden_miner",
                    "first_job",
                    "tea",
                    "stars",
                    "shard",
                    "turbo_tap",
                    "energy_tank",
                    "multitap",
                    "carnival_flask",
                    "shards_to_key",
                    "adjust_funds",
                    "funz",
                    "jokers",
                    "other");

    private static GameServer server;
    private static String operator;

    private final RandomGenerator random = Seeds.random(SEED);
    private final DescribedApi api = DescribedApi.read();
    private final List<Operation> operations = api.operations();
    private final GeneratedRequests requests = new GeneratedRequests(api, random, CONTENT);

    @BeforeAll
    static void start() {
        server =
                GameServer.start(
                        Map.of(
                                "FUNATIC_MINIGAME_KEYS", "stars:" + GAME_KEY,
                                "LARAVEL_API_TOKEN", PLATFORM_TOKEN,
                                "TELEGRAM_WEBHOOK_SECRET", WEBHOOK_SECRET),
                        TestCatalogs.full());
        operator = server.newOperator(Role.values());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_answer_is_one_that_the_description_knows() {
        Map<String, String> found = new LinkedHashMap<>();
        TestPlayer player = server.newPlayer(100_000, 100);
        for (int i = 0; i < REQUESTS; i++) {
            if (i % PLAYER_LASTS == PLAYER_LASTS - 1) {
                // Accounts are deleted, and tokens grow old.
                player = server.newPlayer(100_000, 100);
            }
            GeneratedRequests.Request request =
                    requests.next(operations.get(random.nextInt(operations.size())));
            HttpResponse<String> answer = server.http().send(build(request, player));
            String problem = problem(request.operation(), answer);
            if (!problem.isEmpty()) {
                found.putIfAbsent(
                        request.operation().name() + ": " + problem,
                        request + " -> " + answer.statusCode() + " " + answer.body());
            }
            if (random.nextInt(10) == 0) {
                server.clock().advance(Duration.ofSeconds(random.nextInt(3_600)));
            }
        }
        assertThat(found).as("seed %d", SEED).isEmpty();
    }

    private String problem(Operation operation, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 500) {
            return "an internal error";
        }
        if (!operation.answers().contains(Integer.toString(status))) {
            return status + " is not described";
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
        if (!type.endsWith("json")) {
            return "";
        }
        JsonNode json = TestServer.json(answer);
        requests.learn(json);
        List<String> problems = api.problems(operation, status, type, json);
        return problems.isEmpty() ? "" : status + " " + problems.getFirst();
    }

    private HttpRequest.Builder build(GeneratedRequests.Request request, TestPlayer player) {
        HttpRequest.Builder built = server.http().request(request.target());
        request.headers().forEach(built::header);
        Set<String> callers = request.operation().callers();
        if (!callers.isEmpty() && random.nextInt(25) > 0) {
            authenticate(built, callers, player);
        }
        String body = request.body();
        if (body != null) {
            built.header("Content-Type", "application/json");
        }
        return built.method(
                request.operation().method(),
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
    }

    private static void authenticate(
            HttpRequest.Builder built, Set<String> callers, TestPlayer player) {
        for (String caller : callers) {
            switch (caller) {
                case "playerToken" -> built.header("Authorization", "Bearer " + player.token());
                case "minigameToken" ->
                        built.header(
                                "Authorization",
                                "Bearer "
                                        + server.http()
                                                .bean(TokenIssuer.class)
                                                .issueMinigameToken(
                                                        PlayerId.parse(player.id()),
                                                        1,
                                                        new MinigameId("stars"),
                                                        server.clock().instant())
                                                .token());
                case "apiKey" -> built.header("X-Api-Key", GAME_KEY);
                case "platformToken" -> built.header("Authorization", "Bearer " + PLATFORM_TOKEN);
                case "operatorCredential" -> built.header("Authorization", operator);
                case "webhookSecret" ->
                        built.header("X-Telegram-Bot-Api-Secret-Token", WEBHOOK_SECRET);
                default -> throw new IllegalStateException("nobody shows " + caller);
            }
        }
    }
}
