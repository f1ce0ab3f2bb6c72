package com.luckyfunatic.server.game;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.game.RouteTable.Access;
import com.luckyfunatic.server.game.RouteTable.Body;
import com.luckyfunatic.server.game.RouteTable.Route;
import com.luckyfunatic.server.token.SigningKey;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.token.WebhookSecret;
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
                RouteTable.ROUTES.stream()
                        .map(Route::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(served);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    @TestFactory
    Stream<DynamicTest> every_route_lets_in_whom_it_is_for_and_nobody_else() {
        return RouteTable.ROUTES.stream()
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
                assertRefused(send(route, token, List.of()), 401, "api_key_missing");
                assertRefused(send(route, token, List.of("garbage")), 401, "api_key_invalid");
            }
            return;
        }
        if (route.access() == Access.TELEGRAM) {
            for (String token : List.of(player.token(), "", "garbage")) {
                assertRefused(send(route, token, List.of()), 401, "token_missing");
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
        return RouteTable.ROUTES.stream()
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
        return RouteTable.ROUTES.stream()
                .collect(Collectors.groupingBy(Route::path))
                .entrySet()
                .stream()
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
        List<String> keys =
                isFor(route.access(), Access.MINIGAME)
                        ? List.of(SharedGameServer.GAME_KEY)
                        : route.access() == Access.MARKETING
                                ? List.of(SharedGameServer.MARKETING_KEY)
                                : List.of();
        boolean isTelegrams = route.access() == Access.TELEGRAM;
        return send(route, token, keys, isTelegrams ? SharedGameServer.WEBHOOK_SECRET : "");
    }

    private HttpResponse<String> send(Route route, String token, List<String> keys) {
        return send(route, token, keys, "");
    }

    private HttpResponse<String> send(
            Route route, String token, List<String> keys, String webhookSecret) {
        HttpRequest.Builder request = server.http().request(route.path());
        if (!webhookSecret.isEmpty()) {
            request.header(WebhookSecret.HEADER, webhookSecret);
        }
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
