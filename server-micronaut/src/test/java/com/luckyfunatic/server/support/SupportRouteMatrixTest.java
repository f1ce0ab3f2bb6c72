package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import io.micronaut.web.router.Router;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route for operators with every role and every other kind of caller. What each role may is
 * said here a second time, so that a slip in the table of the server is seen. A route without an
 * entry fails the build.
 */
@ExtendWith(SharedGameServer.class)
class SupportRouteMatrixTest {
    private static final Set<Role> ANY = EnumSet.allOf(Role.class);
    private static final Set<Role> READERS =
            EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD, Role.AUDITOR);
    private static final Set<Role> HELPERS = EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD);
    private static final Set<Role> RUNNERS = EnumSet.of(Role.SUPPORT_LEAD, Role.LIVE_OPS);
    private static final Set<Role> PLANNERS =
            EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD, Role.LIVE_OPS);
    private static final Set<Role> APPROVERS = EnumSet.of(Role.SUPPORT_LEAD);
    private static final Set<Role> LIVE_OPS = EnumSet.of(Role.LIVE_OPS);
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPPORT_LEAD, Role.AUDITOR);

    /**
     * A route and a request for it.
     *
     * @param path where the router's template has {@code {player}}, a player's id is put in
     */
    private record Route(String name, String path, String body, Set<Role> roles) {
        String method() {
            return name.substring(0, name.indexOf(' '));
        }
    }

    private static final AdjustmentBodies ADJUSTMENTS =
            AdjustmentBodies.of("matrix,7,funz,1,other,x\n");

    private static final List<Route> ROUTES =
            List.of(
                    ofAdjustments("/check", ADJUSTMENTS.check(1).toString(), HELPERS),
                    ofAdjustments("/approve", ADJUSTMENTS.approve().toString(), APPROVERS),
                    ofAdjustments("/apply", ADJUSTMENTS.apply(1).toString(), HELPERS),
                    new Route("GET /support/me", "/support/me", "", ANY),
                    new Route("GET /support/actions", "/support/actions", "", OVERSEERS),
                    ofReleases(""),
                    ofReleases("/{number}"),
                    ofReleases("/{number}/document"),
                    new Route(
                            "POST /support/catalog/plans",
                            "/support/catalog/plans",
                            ContentPlansTest.REFUSED,
                            LIVE_OPS),
                    new Route("GET /support/follow-ups", "/support/follow-ups", "", READERS),
                    new Route("GET /support/quarantine", "/support/quarantine", "", READERS),
                    new Route("GET /support/stock-holds", "/support/stock-holds", "", READERS),
                    new Route("GET /support/transfers", "/support/transfers", "", READERS),
                    new Route("GET /support/players", "/support/players?query=7", "", READERS),
                    ofPlayer("GET", "", READERS),
                    ofPlayer("GET", "/history", READERS),
                    new Route(
                            "GET /support/players/{playerId}/operations/{operationId}",
                            "/support/players/{player}/operations/nope",
                            "",
                            READERS),
                    new Route(
                            "GET /support/players/{playerId}/past",
                            "/support/players/{player}/past?at=2020-01-01T00:00:00Z",
                            "",
                            READERS),
                    ofPlayer("GET", "/sessions", READERS),
                    ofPlayer("GET", "/transfers", READERS),
                    new Route(
                            "POST /support/players/{playerId}/plans",
                            "/support/players/{player}/plans",
                            SupportPlansTest.PLAN,
                            HELPERS),
                    new Route(
                            "POST /support/tournaments/{tournamentId}/plans",
                            "/support/tournaments/{tournament}/plans",
                            "{\"action\":\"cancel_tournament\",\"reasonCode\":\"other\","
                                    + "\"reason\":\"x\"}",
                            RUNNERS),
                    ofPlan("GET", "", "", READERS),
                    ofPlan("POST", "/approve", "{}", APPROVERS),
                    ofPlan("POST", "/execute", "{\"planHash\":\"x\"}", PLANNERS));

    private static Route ofAdjustments(String end, String body, Set<Role> roles) {
        String path = "/support/adjustments" + end;
        return new Route("POST " + path, path, body, roles);
    }

    private static Route ofReleases(String end) {
        String path = "/support/catalog/releases" + end;
        return new Route("GET " + path, path.replace("{number}", "9"), "", ANY);
    }

    private static Route ofPlan(String method, String end, String body, Set<Role> roles) {
        return new Route(
                method + " /support/plans/{planId}" + end,
                "/support/plans/{plan}" + end,
                body,
                roles);
    }

    private static Route ofPlayer(String method, String end, Set<Role> roles) {
        return new Route(
                method + " /support/players/{playerId}" + end,
                "/support/players/{player}" + end,
                "",
                roles);
    }

    private final GameServer server;
    private final TestPlayer player;
    private final String plan;
    private final String tournament;
    private final Map<Role, String> operators = new EnumMap<>(Role.class);

    SupportRouteMatrixTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
        for (Role role : Role.values()) {
            operators.put(role, server.newOperator(role));
        }
        TournamentDefinition cup = TestTournaments.between(1, 2).done();
        assertThat(server.storage().tournaments().create(cup)).isTrue();
        this.tournament = cup.id().value();
        this.plan =
                json(server.http()
                                .post(
                                        "/support/players/" + player.id() + "/plans",
                                        SupportPlansTest.PLAN,
                                        "Authorization",
                                        header(Role.SUPPORT)))
                        .at("/data/planId")
                        .asText();
    }

    @Test
    void every_route_for_operators_has_an_entry_in_both_tables() {
        Set<String> served =
                server.http()
                        .bean(Router.class)
                        .uriRoutes()
                        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                        .map(route ->
                                route.getHttpMethodName()
                                        + " "
                                        + route.getUriMatchTemplate().toPathString())
                        .filter(name -> name.contains(" " + SupportRoutes.PREFIX))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(SupportRoutes.all())).isEqualTo(served);
        assertThat(ROUTES.stream().map(Route::name).collect(Collectors.toSet())).isEqualTo(served);
    }

    @TestFactory
    Stream<DynamicTest> every_route_lets_in_the_roles_it_is_for_and_no_other() {
        return ROUTES.stream()
                .flatMap(route ->
                        Stream.of(Role.values())
                                .map(role ->
                                        DynamicTest.dynamicTest(
                                                route.name() + " as " + role.word(),
                                                () -> checkRole(route, role))));
    }

    private void checkRole(Route route, Role role) {
        operators.put(role, server.newOperator(role));
        HttpResponse<String> answer = send(route, header(role));
        if (route.roles().contains(role)) {
            assertThat(answer.statusCode()).as(answer.body()).isNotIn(401, 405, 500);
            // A list of actions tells of others who lacked a role.
            assertThat(answer.statusCode() < 400 ? "" : code(answer))
                    .isNotEqualTo("operator_role_missing");
            assertThat(latestOf(header(role)).isEmpty())
                    .as("what they see is recorded, but for who they are themselves")
                    .isEqualTo(route.name().endsWith("/me"));
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("operator_role_missing");
        assertThat(json(answer).path("roles").size()).isEqualTo(route.roles().size());
        assertRefusalRecorded(route, header(role), "operator_role_missing");
    }

    /** A new route for writing cannot go without a record, also of what never came to be. */
    private void assertRefusalRecorded(Route route, String header, String why) {
        if (route.method().equals("GET")) {
            assertThat(latestOf(header)).as("nothing was shown").isEmpty();
            return;
        }
        assertThat(latestOf(header))
                .as("what they wanted to write is recorded")
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.outcome()).isEqualTo(ActionOutcome.REFUSED);
                    assertThat(each.detail()).isEqualTo(why);
                    assertThat(each.player() == null).isEqualTo(!route.path().contains("{player}"));
                    assertThat(each.reference() == null)
                            .isEqualTo(!route.name().matches(".*[{](planId|number|tourn).*"));
                });
    }

    @TestFactory
    Stream<DynamicTest> every_write_whose_body_cannot_be_read_is_recorded() {
        return ROUTES.stream()
                .filter(route -> !route.method().equals("GET"))
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> checkBroken(route)));
    }

    private void checkBroken(Route route) {
        String caller = server.newOperator(route.roles().toArray(Role[]::new));
        Route broken = new Route(route.name(), route.path(), "{", route.roles());

        assertRefused(send(broken, caller), 400, "malformed_json");

        assertRefusalRecorded(route, caller, "malformed_json");
    }

    private List<OperatorAction> latestOf(String header) {
        return server.storage().operatorActions().of(name(header), Long.MAX_VALUE, 1).items();
    }

    @TestFactory
    Stream<DynamicTest> no_route_lets_in_anybody_else() {
        return ROUTES.stream()
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> checkOthers(route)));
    }

    private void checkOthers(Route route) {
        assertRefused(send(route, ""), 401, "token_missing");
        assertRefused(send(route, "Bearer x"), 401, "token_invalid");
        assertRefused(send(route, "Bearer " + player.token()), 403, "wrong_token_kind");

        String gone = server.newOperator(Role.values());
        assertThat(send(route, gone).statusCode()).isNotEqualTo(401);
        server.storage().operators().setDisabled(name(gone), true);
        assertRefused(send(route, gone), 401, "operator_credential_invalid");

        String right = header(Role.SUPPORT_LEAD);
        for (String wrong :
                List.of(
                        "Basic",
                        "Basic ",
                        "Basic ?",
                        right + "AAAA",
                        GameServer.basic(name(right).value(), ""),
                        GameServer.basic(name(right).value(), "wrong-credential-of-them"),
                        GameServer.basic("nobody", "wrong-credential-of-them"),
                        GameServer.basic("No Name", "x"),
                        GameServer.basic("a".repeat(500), "x".repeat(500)))) {
            HttpResponse<String> refused = send(route, wrong);
            assertThat(refused.statusCode()).as(wrong + " " + refused.body()).isEqualTo(401);
            assertThat(code(refused))
                    .as(wrong)
                    .isIn("operator_credential_invalid", "token_missing");
        }
    }

    private String header(Role role) {
        return Objects.requireNonNull(operators.get(role));
    }

    private static OperatorName name(String header) {
        BasicCredential sent = Objects.requireNonNull(BasicCredential.parse(header));
        return Objects.requireNonNull(sent.name());
    }

    private HttpResponse<String> send(Route route, String authorization) {
        HttpRequest.Builder request =
                server.http()
                        .request(
                                route.path()
                                        .replace("{player}", player.id())
                                        .replace("{plan}", plan)
                                        .replace("{tournament}", tournament));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!route.body().isEmpty()) {
            request.header("Content-Type", "application/json")
                    .method(route.method(), BodyPublishers.ofString(route.body()));
        }
        return server.http().send(request);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }
}
