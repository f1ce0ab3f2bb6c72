package com.luckyfunatic.server.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A server on the embedded storage, and one good credential for each of its doors. */
final class Doors implements AutoCloseable {
    static final String BOT_TOKEN = "7000000001:AAHq3xTz9Lk2Vn5Wb8Rc1Yd4Jf7Gs0PeUm";
    static final byte[] JWT_KEY =
            Base64.getDecoder().decode("mT3vKq9XbL0sZpR7cNfY2wHdJ5gUa8Ee1oVi4tBxQ6A=");
    static final long VICTIM = 990_001;

    private static final String OLD_JWT_KEY = "k0:pW8nC4yD1rGk7ZsT0uJb6XfLq3HvEa9Mo5iRt2BxN+0=";
    private static final String GAME = "comets";
    private static final String GAME_KEY = "cN4vB8mK2xQ7wE1rT5yU9iO3pA6sD0fG";
    private static final String OTHER_GAME_KEY = "Zk4w9QeT1xMv7Rb2nUh5Ld8sYc3Pf6Ja0G";
    private static final String PLATFORM_TOKEN = "4b1d9f0e7a2c5836b1d9f0e7a2c58364";
    private static final String WEBHOOK_SECRET = "9e3b7c1d5a2f4860b7d4e1f9a3c6582d";
    private static final String MARKETING_KEY = "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaE";
    private static final Duration PLAYED = Duration.ofSeconds(10);

    /** Writes what is no Unicode, too. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SettableClock clock = new SettableClock();
    private final TestServer http;
    private final RawCaller raw;
    private final TestPlayer player;
    private final TestPlayer other;
    private final Map<Door, String> good = new LinkedHashMap<>();
    private final String run;
    private final String otherRunToken;
    private final String otherOperatorSecret;
    private final String operatorSecret;

    /** Starts it with further settings and beans. */
    Doors(Map<String, String> settings, Object... beans) {
        http = start(settings, beans);
        raw = new RawCaller(http.uri("/"));
        player = TestPlayer.logIn(http, 501);
        other = TestPlayer.logIn(http, 502);
        JsonNode own = startRun(player);
        JsonNode others = startRun(other);
        run = own.get("runId").textValue();
        otherRunToken = others.get("runToken").textValue();
        clock.advance(PLAYED);
        operatorSecret = newOperator("ada");
        otherOperatorSecret = newOperator("bob");
        good.put(Door.LOGIN, ForgedInitData.good(loginFields(), BOT_TOKEN));
        good.put(Door.LOGIN_HEADER, "tma " + good.get(Door.LOGIN));
        good.put(Door.GAME, "Bearer " + player.token());
        good.put(Door.MINIGAME, "Bearer " + minigameToken(player, GAME, clock.instant()));
        good.put(Door.BALLOONS, token(TokenKind.BALLOON, player, clock.instant()));
        good.put(Door.GAME_KEY, GAME_KEY);
        good.put(Door.SCORE, own.get("runToken").textValue());
        good.put(Door.OPERATOR, ForgedOperators.basic("ada", operatorSecret));
        good.put(Door.PLATFORM, "Bearer " + PLATFORM_TOKEN);
        good.put(Door.WEBHOOK, WEBHOOK_SECRET);
        good.put(Door.MARKETING, MARKETING_KEY);
    }

    private TestServer start(Map<String, String> settings, Object... beans) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "FUNATIC_WORKERS",
                                "false",
                                "FUNATIC_TELEGRAM_BOT_TOKENS",
                                BOT_TOKEN,
                                "FUNATIC_TELEGRAM_BOT_IDS",
                                "7000000009",
                                "FUNATIC_JWT_KEYS",
                                "k1:" + encodedKey() + "," + OLD_JWT_KEY,
                                "FUNATIC_MINIGAME_KEYS",
                                GAME + ":" + GAME_KEY + ",stars:" + OTHER_GAME_KEY,
                                "FUNATIC_PPC_API_KEYS",
                                MARKETING_KEY,
                                "LARAVEL_API_TOKEN",
                                PLATFORM_TOKEN,
                                "TELEGRAM_WEBHOOK_SECRET",
                                WEBHOOK_SECRET));
        all.putAll(settings);
        return TestServer.start(
                all,
                Stream.concat(Stream.of(clock, TestCatalogs.full()), Stream.of(beans)).toArray());
    }

    private static String encodedKey() {
        return Base64.getEncoder().encodeToString(JWT_KEY);
    }

    /** Everything secret that the server was given or has handed out, by what it is. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        good.forEach((door, credential) ->
                secrets.put("good at " + door, credential.substring(credential.indexOf(' ') + 1)));
        secrets.put("the login's hash", good(Door.LOGIN).replaceFirst(".*hash=", ""));
        secrets.put("the bot's token", BOT_TOKEN);
        secrets.put("the bot's secret", BOT_TOKEN.substring(BOT_TOKEN.indexOf(':') + 1));
        secrets.put("the key of tokens", encodedKey());
        secrets.put("the old key of tokens", OLD_JWT_KEY.substring(3));
        secrets.put("the other game's key", OTHER_GAME_KEY);
        secrets.put("an operator's credential", operatorSecret);
        secrets.put("another operator's credential", otherOperatorSecret);
        secrets.put("another player's token", other.token());
        secrets.put("another run's token", otherRunToken);
        secrets.put(
                "the signature of a token",
                player.token().substring(player.token().lastIndexOf('.') + 1));
        return secrets;
    }

    void give(String item, int number) {
        http.bean(GameEngine.class)
                .execute(
                        PlayerId.parse(player.id()),
                        new AdjustItem(new ItemId(item), number, "for a test"));
    }

    private JsonNode startRun(TestPlayer by) {
        return TestPlayer.data(
                http.post(
                        "/minigames/" + GAME + "/runs",
                        "{}",
                        "Authorization",
                        "Bearer " + minigameToken(by, GAME, clock.instant()),
                        "X-Api-Key",
                        GAME_KEY));
    }

    private String newOperator(String name) {
        Credentials credentials = new Credentials();
        String secret = credentials.generate();
        http.bean(GameStorage.class)
                .operators()
                .add(
                        new Operator(
                                new OperatorName(name),
                                Set.of(Role.SUPPORT),
                                credentials.hash(secret),
                                false,
                                clock.millis()));
        return secret;
    }

    /** The fields of a login of somebody who has not played yet. */
    Map<String, String> loginFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query_id", "AAHdF6IQAAAAAN0XohDhrOrc");
        fields.put(
                "user",
                "{\"id\":"
                        + VICTIM
                        + ",\"first_name\":\"Ada\",\"last_name\":\"L.\","
                        + "\"username\":\"ada\",\"language_code\":\"en\"}");
        fields.put("auth_date", Long.toString(clock.instant().getEpochSecond()));
        fields.put("start_param", "ref_1");
        fields.put("chat_type", "private");
        return fields;
    }

    String token(TokenKind kind, TestPlayer of, Instant issued) {
        return http.bean(TokenIssuer.class)
                .issue(kind, PlayerId.parse(of.id()), 7, issued, Duration.ofMinutes(15))
                .token();
    }

    String minigameToken(TestPlayer of, String game, Instant issued) {
        return http.bean(TokenIssuer.class)
                .issueMinigameToken(PlayerId.parse(of.id()), 7, new MinigameId(game), issued)
                .token();
    }

    /** Takes back every token that {@code of} has, and returns one of them. */
    String endedLogin() {
        TestPlayer gone = TestPlayer.logIn(http, 503);
        http.bean(GameStorage.class)
                .admissions()
                .endLogins(PlayerId.parse(gone.id()), clock.millis() + 1);
        return gone.token();
    }

    String good(Door door) {
        return Objects.requireNonNull(good.get(door));
    }

    Map<Door, String> allGood() {
        return good;
    }

    TestPlayer player() {
        return player;
    }

    TestPlayer other() {
        return other;
    }

    String otherRunToken() {
        return otherRunToken;
    }

    String operatorSecret() {
        return operatorSecret;
    }

    String otherOperatorSecret() {
        return otherOperatorSecret;
    }

    String otherGameKey() {
        return OTHER_GAME_KEY;
    }

    SettableClock clock() {
        return clock;
    }

    TestServer http() {
        return http;
    }

    /** Shows {@code credential} at {@code door}. */
    Answer knock(Door door, String credential) {
        return switch (door) {
            case LOGIN -> post("/login", "", JSON.createObjectNode().put("initData", credential));
            case LOGIN_HEADER -> post("/login", authorization(credential), JSON.createObjectNode());
            case GAME -> get("/game", authorization(credential));
            case MINIGAME ->
                    get(
                            "/minigames/" + GAME + "/leaderboard",
                            authorization(credential) + "X-Api-Key: " + GAME_KEY + "\r\n");
            case GAME_KEY ->
                    get(
                            "/minigames/" + GAME + "/leaderboard",
                            authorization(good(Door.MINIGAME))
                                    + "X-Api-Key: "
                                    + credential
                                    + "\r\n");
            case BALLOONS ->
                    get(
                            "/balloons?ticket="
                                    + URLEncoder.encode(credential, StandardCharsets.UTF_8),
                            "");
            case SCORE ->
                    post(
                            "/minigames/" + GAME + "/runs/" + run + "/score",
                            authorization(good(Door.MINIGAME)) + "X-Api-Key: " + GAME_KEY + "\r\n",
                            JSON.createObjectNode().put("runToken", credential).put("score", 1));
            case OPERATOR -> get("/support/me", authorization(credential));
            case PLATFORM -> get("/laravel/transfers", authorization(credential));
            case WEBHOOK ->
                    post(
                            "/telegram/webhook",
                            "X-Telegram-Bot-Api-Secret-Token: " + credential + "\r\n",
                            JSON.createObjectNode().put("update_id", 1));
            case MARKETING ->
                    get(
                            "/ppc/campaigns?from=2026-01-01&to=2026-01-01",
                            "X-Api-Key: " + credential + "\r\n");
        };
    }

    /** Whether an answer is what a good credential gets. */
    static boolean isOpen(Door door, Answer answer) {
        // Whoever has a ticket is told that it takes a WebSocket.
        return answer.status() == (door == Door.BALLOONS ? 426 : 200);
    }

    private static String authorization(String value) {
        return "Authorization: " + value + "\r\n";
    }

    private Answer get(String path, String headers) {
        return raw.send("GET", path, headers, "");
    }

    private Answer post(String path, String headers, JsonNode body) {
        try {
            return raw.send(
                    "POST",
                    path,
                    headers + "Content-Type: application/json\r\n",
                    JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
