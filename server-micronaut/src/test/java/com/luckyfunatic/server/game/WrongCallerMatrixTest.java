package com.luckyfunatic.server.game;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.operations.ManagementServer;
import com.luckyfunatic.server.game.RouteTable.Access;
import com.luckyfunatic.server.game.RouteTable.Body;
import com.luckyfunatic.server.game.RouteTable.Route;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.token.WebhookSecret;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route of the server with every kind of caller, each with a good credential of its own. Who
 * is let in where is said here once more; {@link RouteMatrixTest} sees that no route lacks.
 */
@ExtendWith(SharedGameServer.class)
class WrongCallerMatrixTest {
    /** How credentials are sent. */
    private enum Form {
        NONE,
        BEARER,
        BASIC,
        API_KEY,
        WEBHOOK
    }

    /** Who calls. */
    private enum Caller {
        NOBODY(Form.NONE, EnumSet.noneOf(Access.class)),
        PLAYER(
                Form.BEARER,
                EnumSet.of(Access.PLAYER, Access.PLAYER_OR_MINIGAME, Access.PLAYER_OR_BALLOON)),
        MINIGAME(Form.BEARER, EnumSet.of(Access.MINIGAME, Access.PLAYER_OR_MINIGAME)),
        BALLOON(Form.BEARER, EnumSet.of(Access.BALLOON, Access.PLAYER_OR_BALLOON)),
        PLATFORM(Form.BEARER, EnumSet.of(Access.PLATFORM)),
        OPERATOR(Form.BASIC, EnumSet.of(Access.OPERATOR)),
        MARKETING(Form.API_KEY, EnumSet.of(Access.MARKETING)),
        TELEGRAM(Form.WEBHOOK, EnumSet.of(Access.TELEGRAM));

        private final Form form;

        @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
        private final Set<Access> letInto;

        Caller(Form form, Set<Access> letInto) {
            this.form = form;
            this.letInto = letInto;
        }

        boolean isLetInto(Route route) {
            return route.access() == Access.ANYONE || letInto.contains(route.access());
        }

        /** Returns the code by which {@code route} turns this caller away. */
        String refusal(Route route) {
            return switch (route.access()) {
                case MARKETING ->
                        form == Form.API_KEY || this == MINIGAME
                                ? "api_key_invalid"
                                : "api_key_missing";
                case TELEGRAM -> "token_missing";
                default -> form == Form.BEARER ? "wrong_token_kind" : "token_missing";
            };
        }
    }

    /** By which a caller is turned away, whatever the route is. */
    private static final List<String> REFUSALS =
            List.of(
                    "token_missing",
                    "token_invalid",
                    "token_expired",
                    "wrong_token_kind",
                    "wrong_minigame",
                    "api_key_missing",
                    "api_key_invalid",
                    "operator_credential_invalid",
                    "operator_role_missing",
                    "forbidden");

    private final GameServer server;
    private final Map<Caller, String> credentials = new EnumMap<>(Caller.class);

    WrongCallerMatrixTest(GameServer server) {
        this.server = server;
        TestPlayer player = server.newPlayer();
        TokenIssuer tokens = server.http().bean(TokenIssuer.class);
        PlayerId id = PlayerId.parse(player.id());
        credentials.put(Caller.NOBODY, "");
        credentials.put(Caller.PLAYER, player.token());
        credentials.put(
                Caller.MINIGAME,
                tokens.issueMinigameToken(id, 1, new MinigameId("stars"), server.clock().instant())
                        .token());
        credentials.put(
                Caller.BALLOON,
                tokens.issue(
                                TokenKind.BALLOON,
                                id,
                                1,
                                server.clock().instant(),
                                Duration.ofHours(1))
                        .token());
        credentials.put(Caller.PLATFORM, SharedGameServer.PLATFORM_TOKEN);
        credentials.put(Caller.OPERATOR, server.newOperator(Role.values()));
        credentials.put(Caller.MARKETING, SharedGameServer.MARKETING_KEY);
        credentials.put(Caller.TELEGRAM, SharedGameServer.WEBHOOK_SECRET);
    }

    @TestFactory
    Stream<DynamicTest> every_caller_is_let_in_where_it_is_meant_and_nowhere_else() {
        return RouteTable.ROUTES.stream()
                .flatMap(route ->
                        Stream.of(Caller.values())
                                .map(caller ->
                                        DynamicTest.dynamicTest(
                                                route.name() + " by " + caller,
                                                () -> check(route, caller))));
    }

    private void check(Route route, Caller caller) {
        HttpResponse<String> answer = send(route, caller);

        if (caller.isLetInto(route)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(route.status());
            if (answer.statusCode() >= 400) {
                assertThat(code(answer)).isNotIn(REFUSALS);
            }
            return;
        }
        String refusal = caller.refusal(route);
        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(refusal.equals("wrong_token_kind") ? 403 : 401);
        assertThat(code(answer)).isEqualTo(refusal);
    }

    @TestFactory
    Stream<DynamicTest> what_the_management_port_serves_is_on_no_other() {
        Set<String> own = RouteTable.ROUTES.stream().map(Route::path).collect(Collectors.toSet());
        return ManagementServer.PATHS.stream()
                .filter(path -> !own.contains(path))
                .flatMap(path ->
                        Stream.of(Caller.values())
                                .map(caller ->
                                        DynamicTest.dynamicTest(
                                                path + " by " + caller,
                                                () ->
                                                        assertThat(
                                                                        send(
                                                                                        Route.get(
                                                                                                path,
                                                                                                Access
                                                                                                        .ANYONE),
                                                                                        caller)
                                                                                .statusCode())
                                                                .isIn(401, 404))));
    }

    private HttpResponse<String> send(Route route, Caller caller) {
        HttpRequest.Builder request = server.http().request(route.path());
        String credential = Objects.requireNonNull(credentials.get(caller));
        switch (caller.form) {
            case NONE -> {}
            case BEARER -> request.header("Authorization", "Bearer " + credential);
            case BASIC -> request.header("Authorization", credential);
            case API_KEY -> request.header("X-Api-Key", credential);
            case WEBHOOK -> request.header(WebhookSecret.HEADER, credential);
        }
        if (caller == Caller.MINIGAME) {
            request.header("X-Api-Key", SharedGameServer.GAME_KEY);
        }
        if (route.reads() != Body.NONE) {
            request.header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString(route.body()));
        }
        return server.http().send(request);
    }
}
