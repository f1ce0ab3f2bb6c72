package com.luckyfunatic.server.game;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.support.AdjustmentBodies;
import com.luckyfunatic.server.token.SigningKey;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route of the server with every kind of caller and every kind of broken body. A route
 * without an entry here fails the build.
 */
@ExtendWith(SharedGameServer.class)
class RouteMatrixTest {
    /** Who may call a route. */
    private enum Access {
        ANYONE,
        PLAYER,
        MARKETING,
        MINIGAME,
        BALLOON,
        PLAYER_OR_MINIGAME,
        PLAYER_OR_BALLOON,
        PLATFORM,
        OPERATOR,
        TELEGRAM
    }

    /** Whether a route reads a body. */
    private enum Body {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /**
     * A route and a request for it.
     *
     * @param template as the router has it
     * @param body the body of a well-formed request; empty for none
     * @param status what a player's well-formed request is answered
     */
    private record Route(
            String method,
            String template,
            String path,
            Access access,
            Body reads,
            String body,
            int status) {
        String name() {
            return method + " " + template;
        }

        static Route get(String path, Access access) {
            return new Route("GET", path, path, access, Body.NONE, "", 200);
        }

        static Route post(String path, Access access, String body, int status) {
            return new Route("POST", path, path, access, Body.REQUIRED, body, status);
        }

        Route at(String samplePath, int sampleStatus) {
            return new Route(method, template, samplePath, access, reads, body, sampleStatus);
        }

        Route readingOptionally() {
            return new Route(method, template, path, access, Body.OPTIONAL, body, status);
        }
    }

    private static final String PLAN =
            "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,"
                    + "\"reasonCode\":\"other\",\"reason\":\"x\"}";

    private static final String TOURNAMENT_PLAN =
            "{\"action\":\"cancel_tournament\",\"reasonCode\":\"other\",\"reason\":\"x\"}";

    private static final AdjustmentBodies ADJUSTMENTS =
            AdjustmentBodies.of("matrix,7,funz,1,other,x\n");

    private static final List<Route> ROUTES =
            List.of(
                    Route.post("/login", Access.ANYONE, "{\"initData\":\"x\"}", 400)
                            .readingOptionally(),
                    Route.post(
                            "/dev/login",
                            Access.ANYONE,
                            "{\"telegramId\":9,\"firstName\":\"Ada\"}",
                            200),
                    Route.get("/", Access.ANYONE),
                    Route.get("/game", Access.PLAYER),
                    Route.post("/tap", Access.PLAYER, "{\"taps\":1}", 200),
                    Route.get("/boosters", Access.PLAYER),
                    Route.post(
                            "/boosters/activate",
                            Access.PLAYER,
                            "{\"boosterType\":\"turbo_tap\"}",
                            200),
                    Route.get("/balloons", Access.PLAYER_OR_BALLOON).at("/balloons", 426),
                    Route.get("/balloons/leaderboard", Access.PLAYER),
                    Route.post("/balloons/ticket", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.post("/frenzy/start", Access.PLAYER, "{}", 422).readingOptionally(),
                    Route.get("/cards", Access.PLAYER),
                    Route.get("/cards/special", Access.PLAYER),
                    Route.post("/cards/buy-card", Access.PLAYER, "{\"cardId\":\"miner\"}", 422),
                    Route.post("/cards/upgrade-card", Access.PLAYER, "{\"cardId\":\"miner\"}", 422),
                    Route.post(
                            "/cards/forge",
                            Access.PLAYER,
                            "{\"specialCardId\":\"golden_miner\"}",
                            422),
                    Route.get("/stories", Access.PLAYER),
                    Route.post("/stories/{id}/claim", Access.PLAYER, "{}", 422)
                            .at("/stories/first_job/claim", 422)
                            .readingOptionally(),
                    Route.get("/daily-bonus/config", Access.PLAYER),
                    Route.post("/daily-bonus/claim", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.get("/inventory", Access.PLAYER),
                    Route.post("/inventory/use", Access.PLAYER, "{\"itemId\":\"tea\"}", 422),
                    Route.post(
                            "/inventory/convert",
                            Access.PLAYER,
                            "{\"conversionId\":\"shards_to_key\",\"count\":1}",
                            422),
                    Route.get("/inventory/transfers", Access.PLAYER),
                    Route.post(
                            "/inventory/transfers",
                            Access.PLAYER,
                            "{\"itemId\":\"shard\",\"count\":1}",
                            503),
                    Route.get("/store/items", Access.PLAYER),
                    Route.post(
                            "/store/purchase",
                            Access.PLAYER,
                            "{\"listingId\":\"carnival_flask\",\"expectedPrice\":9}",
                            422),
                    Route.post(
                            "/store/invoice",
                            Access.PLAYER,
                            "{\"listingId\":\"keys\",\"expectedStars\":2}",
                            422),
                    Route.get("/tournaments", Access.PLAYER),
                    Route.get("/tournaments/history", Access.PLAYER),
                    Route.get("/tournaments/{id}", Access.PLAYER).at("/tournaments/cup", 404),
                    Route.get("/tournaments/{id}/requirements", Access.PLAYER)
                            .at("/tournaments/cup/requirements", 404),
                    Route.get("/tournaments/{id}/prize-pool", Access.PLAYER)
                            .at("/tournaments/cup/prize-pool", 404),
                    Route.get("/tournaments/{id}/leaderboard", Access.PLAYER)
                            .at("/tournaments/cup/leaderboard", 404),
                    Route.post("/tournaments/{id}/enter", Access.PLAYER, "{\"expectedFee\":0}", 404)
                            .at("/tournaments/cup/enter", 404),
                    Route.post("/telegram/webhook", Access.TELEGRAM, "{}", 401),
                    Route.get("/quests", Access.PLAYER),
                    Route.post("/quests/{questID}/start", Access.PLAYER, "{}", 200)
                            .at("/quests/website/start", 200)
                            .readingOptionally(),
                    Route.post("/quests/{questID}/claim", Access.PLAYER, "{}", 422)
                            .at("/quests/website/claim", 422)
                            .readingOptionally(),
                    Route.get("/quests/friends-quest-progression", Access.PLAYER),
                    Route.post("/quests/claim-next-friends-quest-level", Access.PLAYER, "{}", 422)
                            .readingOptionally(),
                    Route.get("/quests/claim-next-friends-quest-level", Access.PLAYER)
                            .at("/quests/claim-next-friends-quest-level", 422),
                    Route.get("/user", Access.PLAYER),
                    // A right one would leave the other tests without a player.
                    new Route(
                            "DELETE",
                            "/user",
                            "/user",
                            Access.PLAYER,
                            Body.REQUIRED,
                            "{\"confirm\":\"no\"}",
                            400),
                    Route.get("/user/wallets", Access.PLAYER),
                    Route.post("/user/wallets/ton/payload", Access.PLAYER, "{}", 200)
                            .readingOptionally(),
                    Route.post("/user/wallets/ton", Access.PLAYER, "{}", 400),
                    Route.post(
                            "/user/set-exchange", Access.PLAYER, "{\"exchangeId\":\"north\"}", 200),
                    Route.get("/user/friends-ranking", Access.PLAYER),
                    Route.post("/user/language", Access.PLAYER, "{\"language\":\"ru\"}", 200),
                    Route.get("/sessions", Access.PLAYER),
                    Route.post("/sessions/heartbeat", Access.PLAYER, "{}", 200).readingOptionally(),
                    Route.get("/operations/{operationId}", Access.PLAYER)
                            .at("/operations/nope", 404),
                    Route.get("/banners", Access.PLAYER),
                    Route.get("/notifications", Access.PLAYER),
                    Route.get("/user/is-notification-read", Access.PLAYER),
                    Route.post("/user/mark-notification-as-read", Access.PLAYER, "{}", 200)
                            .readingOptionally(),
                    Route.get("/time-trials", Access.PLAYER),
                    Route.post("/time-trials/{id}/start", Access.PLAYER, "{}", 200)
                            .at("/time-trials/sprint/start", 200)
                            .readingOptionally(),
                    Route.post(
                                    "/time-trials/{id}/finish",
                                    Access.PLAYER,
                                    "{\"runToken\":\"1\"}",
                                    404)
                            .at("/time-trials/sprint/finish", 404),
                    Route.get("/toy-box/games", Access.PLAYER),
                    Route.get("/toy-box/games/{gameID}", Access.PLAYER_OR_MINIGAME)
                            .at("/toy-box/games/stars", 200),
                    Route.get("/toy-box/games/{gameID}/tournaments", Access.PLAYER_OR_MINIGAME)
                            .at("/toy-box/games/stars/tournaments", 200),
                    Route.post("/toy-box/games/{gameID}/token", Access.PLAYER, "{}", 200)
                            .at("/toy-box/games/stars/token", 200)
                            .readingOptionally(),
                    Route.post(
                                    "/minigames/{game}/runs",
                                    Access.MINIGAME,
                                    "{\"tournamentId\":\"no_such\"}",
                                    404)
                            .at("/minigames/stars/runs", 404)
                            .readingOptionally(),
                    Route.post(
                                    "/minigames/{game}/runs/{run}/score",
                                    Access.MINIGAME,
                                    "{\"runToken\":\"x\",\"score\":1}",
                                    403)
                            .at("/minigames/stars/runs/7/score", 403),
                    Route.get("/minigames/{game}/leaderboard", Access.MINIGAME)
                            .at("/minigames/stars/leaderboard", 200),
                    Route.get("/public/banners", Access.ANYONE),
                    Route.get("/laravel/transfers", Access.PLATFORM),
                    Route.post(
                                    "/laravel/transfers/{transferId}/confirm",
                                    Access.PLATFORM,
                                    "{}",
                                    404)
                            .at("/laravel/transfers/nope/confirm", 404)
                            .readingOptionally(),
                    Route.get("/laravel/players/{telegramId}", Access.PLATFORM)
                            .at("/laravel/players/7", 404),
                    Route.post(
                                    "/laravel/players/{telegramId}/link",
                                    Access.PLATFORM,
                                    "{\"accountId\":\"a\"}",
                                    404)
                            .at("/laravel/players/7/link", 404),
                    Route.post(
                                    "/laravel/players/{telegramId}/grants",
                                    Access.PLATFORM,
                                    "{\"currency\":\"funz\",\"amount\":1,\"reference\":\"r\"}",
                                    404)
                            .at("/laravel/players/7/grants", 404),
                    Route.get("/support/me", Access.OPERATOR),
                    Route.get("/support/actions", Access.OPERATOR),
                    Route.post(
                            "/support/adjustments/check",
                            Access.OPERATOR,
                            ADJUSTMENTS.check(1).toString(),
                            200),
                    Route.post(
                            "/support/adjustments/approve",
                            Access.OPERATOR,
                            ADJUSTMENTS.approve().toString(),
                            200),
                    Route.post(
                            "/support/adjustments/apply",
                            Access.OPERATOR,
                            ADJUSTMENTS.apply(1).toString(),
                            200),
                    Route.get("/support/catalog/releases", Access.OPERATOR),
                    Route.post(
                            "/support/catalog/releases",
                            Access.OPERATOR,
                            "{\"document\":\"version: [\",\"reason\":\"x\"}",
                            422),
                    Route.get("/support/catalog/releases/{number}", Access.OPERATOR)
                            .at("/support/catalog/releases/9", 404),
                    Route.get("/support/catalog/releases/{number}/document", Access.OPERATOR)
                            .at("/support/catalog/releases/9/document", 404),
                    Route.post(
                                    "/support/catalog/releases/{number}/cancel",
                                    Access.OPERATOR,
                                    "{}",
                                    404)
                            .at("/support/catalog/releases/9/cancel", 404)
                            .readingOptionally(),
                    Route.post(
                                    "/support/catalog/releases/{number}/restore",
                                    Access.OPERATOR,
                                    "{\"reason\":\"x\"}",
                                    404)
                            .at("/support/catalog/releases/9/restore", 404),
                    Route.get("/support/follow-ups", Access.OPERATOR),
                    Route.get("/support/transfers", Access.OPERATOR),
                    Route.get("/support/players", Access.OPERATOR).at("/support/players", 400),
                    Route.get("/support/players/{playerId}", Access.OPERATOR)
                            .at("/support/players/7", 404),
                    Route.get("/support/players/{playerId}/history", Access.OPERATOR)
                            .at("/support/players/7/history", 404),
                    Route.get(
                                    "/support/players/{playerId}/operations/{operationId}",
                                    Access.OPERATOR)
                            .at("/support/players/7/operations/x", 404),
                    Route.get("/support/players/{playerId}/past", Access.OPERATOR)
                            .at("/support/players/7/past?at=2020-01-01T00:00:00Z", 404),
                    Route.get("/support/players/{playerId}/sessions", Access.OPERATOR)
                            .at("/support/players/7/sessions", 404),
                    Route.get("/support/players/{playerId}/transfers", Access.OPERATOR)
                            .at("/support/players/7/transfers", 404),
                    Route.post("/support/players/{playerId}/plans", Access.OPERATOR, PLAN, 404)
                            .at("/support/players/7/plans", 404),
                    Route.post(
                                    "/support/tournaments/{tournamentId}/plans",
                                    Access.OPERATOR,
                                    TOURNAMENT_PLAN,
                                    404)
                            .at("/support/tournaments/nope/plans", 404),
                    Route.get("/support/plans/{planId}", Access.OPERATOR)
                            .at("/support/plans/nope", 404),
                    Route.post("/support/plans/{planId}/approve", Access.OPERATOR, "{}", 404)
                            .at("/support/plans/nope/approve", 404)
                            .readingOptionally(),
                    Route.post(
                                    "/support/plans/{planId}/execute",
                                    Access.OPERATOR,
                                    "{\"planHash\":\"x\"}",
                                    404)
                            .at("/support/plans/nope/execute", 404),
                    Route.get("/raffles", Access.PLAYER),
                    Route.get("/raffles/{raffleId}", Access.PLAYER).at("/raffles/nope", 404),
                    Route.get("/raffles/{raffleId}/eligibility", Access.PLAYER)
                            .at("/raffles/nope/eligibility", 404),
                    Route.get("/raffles/{raffleId}/stats", Access.PLAYER)
                            .at("/raffles/nope/stats", 404),
                    Route.get("/raffles/{raffleId}/tickets", Access.PLAYER)
                            .at("/raffles/nope/tickets", 404),
                    Route.post(
                                    "/raffles/{raffleId}/tickets",
                                    Access.PLAYER,
                                    "{\"expectedPrice\":7}",
                                    404)
                            .at("/raffles/nope/tickets", 404),
                    Route.get("/public/raffles/{raffleId}/proof", Access.ANYONE)
                            .at("/public/raffles/nope/proof", 404),
                    Route.get("/public/raffles/{raffleId}/tickets", Access.ANYONE)
                            .at("/public/raffles/nope/tickets", 404),
                    Route.get("/public/catalog", Access.ANYONE),
                    Route.get("/public/hello", Access.ANYONE),
                    Route.post("/public/hello", Access.ANYONE, "{\"taps\":1}", 200),
                    Route.get("/ppc/campaigns", Access.MARKETING).at("/ppc/campaigns", 401),
                    Route.get("/healthz", Access.ANYONE),
                    Route.get("/readyz", Access.ANYONE),
                    Route.get("/errors", Access.ANYONE));

    private final GameServer server;
    private final TestPlayer player;
    private final TestPlayer erased;
    private final String operator;

    RouteMatrixTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
        this.erased = server.newPlayer();
        erased.delete("/user", "{\"confirm\":\"delete my account\"}", "gone");
        this.operator = server.newOperator(Role.values());
    }

    @Test
    void every_route_of_the_server_has_an_entry_here() {
        Set<String> served =
                server.http()
                        .bean(Router.class)
                        .uriRoutes()
                        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                        .map(RouteMatrixTest::name)
                        .filter(name -> !name.contains(" /test"))
                        .collect(Collectors.toCollection(TreeSet::new));

        Set<String> listed =
                ROUTES.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(served);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    @TestFactory
    Stream<DynamicTest> every_route_lets_in_whom_it_is_for_and_nobody_else() {
        return ROUTES.stream()
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> checkCallers(route)));
    }

    private void checkCallers(Route route) {
        assertThat(send(route, tokenFor(route.access())).statusCode())
                .as("with a token for it")
                .isEqualTo(route.status());
        if (route.access() == Access.ANYONE) {
            assertThat(send(route, "").statusCode())
                    .as("without a token")
                    .isEqualTo(route.status());
            assertThat(send(route, "garbage").statusCode())
                    .as("with a bad token")
                    .isEqualTo(route.status());
            return;
        }
        if (route.access() == Access.MARKETING) {
            for (String token : List.of(player.token(), "", "garbage")) {
                assertRefused(send(route, token), 401, "api_key_missing");
            }
            return;
        }
        if (route.access() == Access.TELEGRAM) {
            for (String token : List.of(player.token(), "", "garbage")) {
                assertRefused(send(route, token), 401, "token_missing");
            }
            return;
        }
        assertRefused(send(route, ""), 401, "token_missing");
        assertRefused(send(route, forged()), 401, "token_invalid");
        if (route.access() != Access.OPERATOR) {
            assertRefused(send(route, tokenFor(route.access()) + "x"), 401, "token_invalid");
        }
        for (Access other :
                List.of(Access.PLAYER, Access.PLATFORM, Access.MINIGAME, Access.BALLOON)) {
            if (other == route.access()) {
                continue;
            }
            HttpResponse<String> answer = send(route, tokenFor(other));
            if (isFor(route.access(), other)) {
                assertThat(answer.statusCode()).as(other.name()).isEqualTo(route.status());
            } else {
                assertRefused(answer, 403, "wrong_token_kind");
            }
        }
        if (isFor(route.access(), Access.MINIGAME)) {
            checkMinigame(route);
            return;
        }
        assertRefused(
                send(route, issued(TokenKind.MINIGAME, player.id(), 3)), 403, "wrong_token_kind");
        assertRefused(send(route, issued(TokenKind.PLAYER, player.id(), -2)), 401, "token_expired");
        if (isFor(route.access(), Access.PLAYER)) {
            assertRefused(send(route, issued(TokenKind.PLAYER, "7", 3)), 401, "token_invalid");
            for (int hours : List.of(3, -2)) {
                assertRefused(
                        send(route, issued(TokenKind.PLAYER, erased.id(), hours)),
                        410,
                        "account_deleted");
            }
        }
    }

    private static boolean isFor(Access access, Access caller) {
        return access == caller
                || (access == Access.PLAYER_OR_MINIGAME
                        && (caller == Access.PLAYER || caller == Access.MINIGAME))
                || (access == Access.PLAYER_OR_BALLOON
                        && (caller == Access.PLAYER || caller == Access.BALLOON));
    }

    /** A minigame's token is good for its own game only, and not without the game's key. */
    private void checkMinigame(Route route) {
        assertThat(send(route, tokenFor(Access.MINIGAME)).statusCode())
                .as("with a token for it")
                .isEqualTo(route.status());
        assertRefused(
                send(route, issued(TokenKind.MINIGAME, player.id(), 3)), 403, "wrong_minigame");
        assertRefused(send(route, minigameToken("moons")), 403, "wrong_minigame");
        assertRefused(
                send(route, issued(TokenKind.MINIGAME, player.id(), -2)), 401, "token_expired");
        assertRefused(
                send(route, issued(TokenKind.MINIGAME, erased.id(), 3)), 410, "account_deleted");
        assertRefused(send(route, tokenFor(Access.MINIGAME), List.of()), 401, "api_key_missing");
        for (List<String> keys :
                List.of(
                        List.of("x"),
                        List.of(SharedGameServer.GAME_KEY + "x"),
                        List.of(SharedGameServer.GAME_KEY, SharedGameServer.GAME_KEY))) {
            assertRefused(send(route, tokenFor(Access.MINIGAME), keys), 401, "api_key_invalid");
        }
    }

    private String minigameToken(String game) {
        return server.http()
                .bean(TokenIssuer.class)
                .issueMinigameToken(
                        PlayerId.parse(player.id()),
                        1,
                        new MinigameId(game),
                        server.clock().instant())
                .token();
    }

    private String tokenFor(Access access) {
        return switch (access) {
            case PLATFORM -> SharedGameServer.PLATFORM_TOKEN;
            case MINIGAME -> minigameToken("stars");
            case OPERATOR -> operator;
            case BALLOON -> issued(TokenKind.BALLOON, player.id(), 3);
            default -> player.token();
        };
    }

    private String issued(TokenKind kind, String playerId, int hours) {
        return server.http()
                .bean(TokenIssuer.class)
                .issue(
                        kind,
                        PlayerId.parse(playerId),
                        1,
                        server.clock().instant().plus(Duration.ofHours(Math.min(hours, 0) * 2L)),
                        Duration.ofHours(1))
                .token();
    }

    private String forged() {
        return new TokenIssuer(SigningKey.random("k1"), Duration.ofHours(1))
                .issuePlayerToken(PlayerId.parse(player.id()), 1, server.clock().instant())
                .token();
    }

    @TestFactory
    Stream<DynamicTest> every_body_that_is_no_json_object_is_refused() {
        return ROUTES.stream()
                .filter(route -> route.reads() != Body.NONE)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> checkBodies(route)));
    }

    private void checkBodies(Route route) {
        for (String body :
                List.of(
                        "{",
                        "[]",
                        "5",
                        "\"x\"",
                        "{\"a\":1,}",
                        "{} {}",
                        "{\"a\":1,\"a\":2}",
                        "\0")) {
            HttpResponse<String> refused = post(route, body, "application/json");

            assertThat(refused.statusCode()).as(body + " " + refused.body()).isEqualTo(400);
        }
        assertRefused(
                post(route, "{\"x\":\"" + "x".repeat(70_000) + "\"}", "application/json"),
                413,
                "request_too_large");
        assertRefused(
                post(route, "{\"x\":" + "[".repeat(5_000) + "}", "application/json"),
                400,
                "malformed_json");
        assertRefused(post(route, route.body(), "text/plain"), 415, "unsupported_media_type");
        if (route.reads() == Body.REQUIRED) {
            assertRefused(post(route, "", "application/json"), 400, "body_missing");
        }
    }

    @TestFactory
    Stream<DynamicTest> every_other_method_is_405() {
        return ROUTES.stream().collect(Collectors.groupingBy(Route::path)).entrySet().stream()
                .map(routes ->
                        DynamicTest.dynamicTest(
                                routes.getKey(),
                                () -> checkMethods(routes.getKey(), routes.getValue())));
    }

    private void checkMethods(String path, List<Route> routes) {
        Set<String> allowed = routes.stream().map(Route::method).collect(Collectors.toSet());
        for (String method : Arrays.asList("GET", "POST", "PUT", "PATCH", "DELETE")) {
            if (allowed.contains(method)) {
                continue;
            }
            HttpResponse<String> refused =
                    server.http()
                            .send(
                                    server.http()
                                            .request(path)
                                            .header(
                                                    "Authorization",
                                                    authorization(
                                                            tokenFor(routes.getFirst().access())))
                                            .method(method, BodyPublishers.noBody()));

            assertRefused(refused, 405, "method_not_allowed");
            assertThat(refused.headers().firstValue("Allow").orElse(""))
                    .contains(allowed.toArray(String[]::new));
        }
    }

    private HttpResponse<String> post(Route route, String body, String contentType) {
        return server.http()
                .send(
                        server.http()
                                .request(route.path())
                                .header("Authorization", authorization(tokenFor(route.access())))
                                .header("X-Api-Key", SharedGameServer.GAME_KEY)
                                .header("Content-Type", contentType)
                                .method(route.method(), BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(Route route, String token) {
        boolean isMinigame = isFor(route.access(), Access.MINIGAME);
        return send(route, token, isMinigame ? List.of(SharedGameServer.GAME_KEY) : List.of());
    }

    private HttpResponse<String> send(Route route, String token, List<String> keys) {
        HttpRequest.Builder request = server.http().request(route.path());
        keys.forEach(key -> request.header("X-Api-Key", key));
        if (!token.isEmpty()) {
            request.header("Authorization", authorization(token));
        }
        if (route.reads() != Body.NONE) {
            request.header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString(route.body()));
        }
        return server.http().send(request);
    }

    /** An operator's is a whole header already. */
    private static String authorization(String token) {
        return token.startsWith("Basic ") ? token : "Bearer " + token;
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).get("retriable").booleanValue()).isFalse();
    }
}
