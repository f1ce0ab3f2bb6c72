package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.json;
import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases of the content over HTTP: seen first, then carried out exactly as seen. */
class ContentPlansTest {
    /** A request for which there is never a plan. */
    static final String REFUSED =
            "{\"action\":\"publish\",\"document\":\"version: [\",\"reasonCode\":\"other\","
                    + "\"reason\":\"x\"}";

    private static final String PATH = "/support/catalog/releases";
    private static final String EXCHANGES = "exchanges:\n";
    private static final String NEW_EXCHANGE = "exchanges:\n  - {id: new, name: New}\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GameServer server;
    private PlanCalls calls;
    private String ada;
    private String eve;
    private String lead;
    private String content;

    @BeforeEach
    void start() throws IOException {
        server =
                GameServer.start(
                        Map.of(
                                "FUNATIC_SUPPORT_LIMIT_CONTENT", "3",
                                "FUNATIC_SUPPORT_DAILY_CONTENT", "9",
                                "FUNATIC_SUPPORT_DAILY_DECISIONS", "2"),
                        Catalog.of(CatalogLoader.standard()));
        calls = new PlanCalls(server);
        ada = server.newOperator("ada", Role.LIVE_OPS);
        eve = server.newOperator("eve", Role.LIVE_OPS);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/catalog/default-catalog.yaml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ObjectNode change(String action) {
        return JSON.createObjectNode()
                .put("action", action)
                .put("reasonCode", "correction")
                .put("reason", "for a test");
    }

    /** New content in which pairs of old and new texts are exchanged. */
    private ObjectNode version(String version, String... changes) {
        String text = content.replace("version: \"2026.1\"", "version: \"" + version + "\"");
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return change("publish").put("document", text);
    }

    private static ObjectNode of(String action, long number) {
        return change(action).put("number", number);
    }

    private HttpResponse<String> plan(ObjectNode body, String... more) {
        return calls.post(ada, "catalog/plans", body.toString(), more);
    }

    private JsonNode planned(ObjectNode body, String... more) {
        return data(plan(body, more));
    }

    private JsonNode released(ObjectNode body) {
        return data(calls.execute(ada, planned(body)));
    }

    private JsonNode get(String path) {
        return data(server.http().get(PATH + path, "Authorization", ada));
    }

    private OperatorAction last() {
        return calls.recorded("ada").getLast();
    }

    private long funz(TestPlayer player) {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().funz();
    }

    /** Which content the last change of a player names. */
    private String decidedUnder(TestPlayer player) {
        return server.storage()
                .players()
                .history(PlayerId.parse(player.id()), Long.MAX_VALUE, 1)
                .items()
                .getFirst()
                .catalogVersion();
    }

    @Test
    void a_plan_shows_what_is_different_and_publishes_nothing() {
        JsonNode plan = planned(version("2", "funzPerTap: 1", "funzPerTap: 2"));

        assertThat(plan.at("/before/content/release").asLong(-1)).isZero();
        assertThat(plan.at("/before/content/version").asText()).isEqualTo("2026.1");
        assertThat(plan.at("/before/content/state").asText()).isEqualTo("in_force");
        assertThat(plan.at("/after/content/release").isNull()).isTrue();
        assertThat(plan.at("/after/content/version").asText()).isEqualTo("2");
        assertThat(plan.at("/after/content/changes").toString())
                .isEqualTo("[\"version: \\\"2026.1\\\" → \\\"2\\\"\",\"tap: funz per tap 1 → 2\"]");
        assertThat(plan.at("/after/content/losses")).isEmpty();
        assertThat(plan.path("needsApproval").asBoolean()).isFalse();
        assertThat(plan.path("reasonCode").asText()).isEqualTo("correction");
        assertThat(plan.path("outdated").asBoolean()).isFalse();
        assertThat(get("")).isEmpty();
    }

    @Test
    void what_is_carried_out_is_played_and_recorded() {
        TestPlayer player = server.newPlayer();
        JsonNode plan = planned(version("2", "funzPerTap: 1", "funzPerTap: 2"));
        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.at("/after/content/release").asLong()).isOne();
        assertThat(done.at("/after/content/state").asText()).isEqualTo("in_force");
        assertThat(calls.words("ada"))
                .containsExactly("make_plan DONE", "execute_plan BEGUN", "execute_plan DONE");
        assertThat(last().reference()).isEqualTo(plan.path("planId").asText());
        assertThat(last().detail())
                .matches(
                        "publish content [0-9a-f]{12}, 2 changes, 0 losses; correction: for a test;"
                                + " after: release 1, content 2, in_force");
        server.http().bean(ReleaseWatch.class).look();
        player.tap(1);
        assertThat(funz(player)).isEqualTo(2);
        assertThat(decidedUnder(player)).isEqualTo("2#1");
        assertThat(json(server.http().get("/public/catalog")).at("/data/version").asText())
                .isEqualTo("2");
        JsonNode release = get("").get(0);
        assertThat(release.path("author").asText()).isEqualTo("ada");
        assertThat(release.path("reason").asText()).isEqualTo("correction: for a test");
        assertThat(get("/1").path("changes")).isEmpty();
        assertThat(get("/1").path("against").isNull()).as("nothing was compared").isTrue();
    }

    @Test
    void the_content_of_a_release_is_read_as_it_was_published() {
        ObjectNode two = version("2", "funzPerTap: 1", "funzPerTap: 2");
        released(two);

        JsonNode read = get("/1/document");

        assertThat(read.path("number").asLong()).isEqualTo(1);
        assertThat(read.path("version").asText()).isEqualTo("2");
        assertThat(read.path("document")).isEqualTo(two.path("document"));
        assertThat(last().action()).isEqualTo("read_release");
        assertRefused(
                server.http().get(PATH + "/9/document", "Authorization", ada),
                404,
                "unknown_release");
        assertRefused(server.http().get(PATH + "/x", "Authorization", ada), 404, "unknown_release");
    }

    @Test
    void a_plan_is_good_for_the_releases_that_there_were() {
        JsonNode two = planned(version("2", "funzPerTap: 1", "funzPerTap: 2"));
        JsonNode later =
                planned(
                        version("4").put("activeFrom", "2999-01-01T00:00:00Z"),
                        "Idempotency-Key",
                        "k");
        released(version("3", "burst: 60", "burst: 61"));

        assertRefused(calls.execute(ada, two), 409, "plan_outdated");
        assertRefused(calls.execute(ada, later), 409, "plan_outdated");

        assertThat(data(calls.read(ada, two)).path("outdated").asBoolean()).isTrue();
        assertThat(last().action()).isEqualTo("read_plan");
        assertThat(get("")).hasSize(1);
        assertThat(server.storage().catalogReleases().document("2")).isEmpty();
        ObjectNode rest = version("5", "burst: 60", "burst: 62", "funzPerTap: 1", "funzPerTap: 3");
        assertThat(released(rest).at("/after/content/release").asLong()).isEqualTo(2);
    }

    @Test
    void of_two_plans_for_one_moment_one_is_carried_out() {
        List<JsonNode> plans =
                List.of(
                        planned(version("2", "burst: 60", "burst: 61")),
                        planned(version("3", "burst: 60", "burst: 62")),
                        planned(version("4", "burst: 60", "burst: 63")));

        List<HttpResponse<String>> answers =
                Together.run(plans.size(), i -> calls.execute(ada, plans.get(i)));

        assertThat(answers.stream().map(HttpResponse::statusCode).sorted())
                .containsExactly(200, 409, 409);
        assertThat(get("")).hasSize(1);
    }

    @Test
    void one_plan_many_times_at_once_is_carried_out_once_and_counts() {
        String[] three = {"burst: 60", "burst: 61", "funzPerTap: 1", "funzPerTap: 2"};
        JsonNode plan = planned(version("2", three));

        List<HttpResponse<String>> answers = Together.run(8, _ -> calls.execute(ada, plan));

        assertThat(answers.stream().map(HttpResponse::statusCode)).containsOnly(200);
        assertThat(get("")).hasSize(1);
        released(version("3", "burst: 60", "burst: 62", "funzPerTap: 1", "funzPerTap: 3"));
        released(version("4", three));
        assertRefused(
                calls.execute(ada, planned(version("5"))), 422, "operator_daily_limit_reached");
    }

    @Test
    void the_key_of_a_plan_of_another_kind_is_another_plans() {
        String max = server.newOperator("max", Role.SUPPORT, Role.LIVE_OPS);
        String end = "{\"action\":\"end_logins\",\"reasonCode\":\"other\",\"reason\":\"x\"}";
        calls.planned(max, "players/" + server.newPlayer().id(), end, "Idempotency-Key", "k");

        assertRefused(
                calls.post(max, "catalog/plans", version("2").toString(), "Idempotency-Key", "k"),
                422,
                "idempotency_key_reused");
    }

    @Test
    void a_plan_is_carried_out_once() {
        JsonNode plan = planned(version("2", "burst: 60", "burst: 70"));
        data(calls.execute(ada, plan));
        server.clock().advance(Duration.ofHours(3));
        released(version("3", "burst: 60", "burst: 71"));

        JsonNode again = data(calls.execute(ada, plan));

        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.at("/after/content/release").asLong()).isOne();
        assertThat(again.at("/after/content/state").asText()).isEqualTo("replaced");
        assertThat(get("")).hasSize(2);
    }

    @Test
    void a_key_names_one_plan_though_it_would_be_refused_now() {
        ObjectNode two =
                version("2", "burst: 60", "burst: 70")
                        .put("activeFrom", server.clock().instant().plusSeconds(60).toString());
        JsonNode plan = planned(two, "Idempotency-Key", "k");
        data(calls.execute(ada, plan));
        server.clock().advance(Duration.ofMinutes(5));

        HttpResponse<String> again = plan(two, "Idempotency-Key", "k");

        assertThat(data(again).path("planId")).isEqualTo(plan.path("planId"));
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(plan(two), 400, "validation_failed");
        for (ObjectNode other :
                List.of(
                        version("3"),
                        two.deepCopy().put("activeFrom", "2999-01-01T00:00:00Z"),
                        two.deepCopy().put("reason", "another"),
                        two.deepCopy().put("reasonCode", "other"),
                        two.deepCopy().put("acceptLosses", true),
                        of("restore", 1),
                        of("cancel", 1))) {
            assertRefused(plan(other, "Idempotency-Key", "k"), 422, "idempotency_key_reused");
        }
    }

    @Test
    void much_is_approved_by_another_person() {
        ObjectNode much =
                version(
                        "2",
                        "burst: 60",
                        "burst: 61",
                        "funzPerTap: 1",
                        "funzPerTap: 2",
                        "energyPerTap: 1",
                        "energyPerTap: 2");
        JsonNode plan = planned(much);

        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
        assertRefused(calls.approve(ada, plan), 403, "operator_role_missing");
        JsonNode read = data(calls.read(lead, plan));
        assertThat(read.at("/after/content/changes")).hasSize(4);
        data(calls.approve(lead, plan));
        assertRefused(calls.execute(eve, plan), 403, "plan_of_another");
        data(calls.execute(ada, plan));
        assertThat(get("")).hasSize(1);
    }

    @Test
    void what_an_operator_publishes_in_a_day_is_limited() {
        for (int i = 1; i <= 4; i++) {
            released(version("v" + i, "burst: 60", "burst: " + (60 + i)));
        }
        JsonNode fifth = planned(version("v5", "burst: 60", "burst: 65"));

        assertRefused(calls.execute(ada, fifth), 422, "operator_daily_limit_reached");

        assertThat(get("")).hasSize(4);
        released(of("restore", 1));
        released(of("restore", 2));
        assertRefused(
                calls.execute(ada, planned(of("restore", 3))), 422, "operator_daily_limit_reached");
    }

    @Test
    void losses_are_accepted_by_two() {
        TestPlayer player = server.newPlayer();
        assertThat(decidedUnder(player)).isEqualTo("2026.1");
        released(version("2", EXCHANGES, NEW_EXCHANGE));
        released(
                version(
                        "3",
                        "burst: 60",
                        "burst: 61",
                        EXCHANGES,
                        NEW_EXCHANGE + "  - {id: newer, name: Newer}\n"));

        HttpResponse<String> refused = plan(of("restore", 1));
        assertRefused(refused, 422, "catalog_losses");
        assertThat(json(refused).path("losses").toString()).contains("exchange newer");
        assertThat(last().detail()).startsWith("catalog_losses; correction: for a test");

        JsonNode plan = planned(of("restore", 1).put("acceptLosses", true));
        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertThat(plan.at("/after/content/losses")).hasSize(1);
        assertThat(plan.at("/after/content/changes").toString())
                .contains("exchange newer: withdrawn");
        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
        data(calls.approve(lead, plan));
        data(calls.execute(ada, plan));

        assertThat(get("").get(0).path("restores").asLong()).isOne();
        server.http().bean(ReleaseWatch.class).look();
        player.tap(1);
        assertThat(decidedUnder(player)).as("the release, not what it restores").isEqualTo("2#3");
        assertThat(get("/3?against=1").path("changes")).isEmpty();
        assertThat(get("").findValuesAsText("state"))
                .containsExactly("in_force", "replaced", "replaced");
        assertThat(
                        planned(version("5", EXCHANGES, NEW_EXCHANGE).put("acceptLosses", true))
                                .path("needsApproval")
                                .asBoolean())
                .as("nothing is lost")
                .isFalse();
    }

    private TournamentId announced(TournamentDefinition cup) {
        server.storage().tournaments().create(cup);
        server.storage().tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED);
        return cup.id();
    }

    @Test
    void an_approval_is_of_the_losses_that_were_shown_and_not_of_as_many() {
        TournamentSeries series = server.engine().catalog().tournaments().getFirst();
        TournamentId first = announced(series.occurrence(0));
        String game = series.occurrence(0).minigame().value();
        JsonNode plan = planned(version("2", game, game + "_two").put("acceptLosses", true));
        assertThat(plan.at("/after/content/losses").toString()).contains(first.value());
        data(calls.approve(lead, plan));

        server.storage().tournaments().move(first, 2, TournamentStage.CANCELLED);
        TournamentId second = announced(series.occurrence(1));

        JsonNode other = planned(version("2", game, game + "_two").put("acceptLosses", true));
        assertThat(other.at("/after/content/losses"))
                .hasSameSizeAs(plan.at("/after/content/losses"));
        assertThat(other.at("/after/content/losses").toString()).contains(second.value());
        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");
        assertThat(get("")).isEmpty();
    }

    @Test
    void what_is_planned_can_be_called_off() {
        ObjectNode two = version("2").put("activeFrom", "2999-01-01T00:00:00Z");
        assertThat(released(two).at("/after/content/state").asText()).isEqualTo("planned");
        JsonNode plan = planned(of("cancel", 1));
        JsonNode other = planned(of("cancel", 1));
        assertThat(plan.at("/before/content/state").asText()).isEqualTo("planned");
        assertThat(plan.at("/after/content/state").asText()).isEqualTo("cancelled");

        assertThat(data(calls.execute(ada, plan)).path("repeated").asBoolean()).isFalse();
        assertThat(data(calls.execute(ada, plan)).path("repeated").asBoolean()).isTrue();
        assertThat(data(calls.execute(ada, other)).path("repeated").asBoolean()).isTrue();

        assertThat(get("/1").at("/release/state").asText()).isEqualTo("cancelled");
        assertThat(data(calls.read(ada, plan)).path("outdated").asBoolean()).isTrue();
        assertRefused(plan(of("restore", 1)), 404, "unknown_release");
        assertThat(last().detail()).startsWith("unknown_release;");
        released(version("3"));
        assertRefused(plan(of("cancel", 2)), 409, "release_in_force");
        assertRefused(plan(of("cancel", 7)), 404, "unknown_release");
    }

    @Test
    void what_came_into_force_is_not_called_off_any_more() {
        String soon = server.clock().instant().plusSeconds(60).toString();
        released(version("2").put("activeFrom", soon));
        JsonNode plan = planned(of("cancel", 1));
        server.clock().advance(Duration.ofSeconds(60));

        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");

        assertThat(get("/1").at("/release/state").asText()).isEqualTo("in_force");
    }

    @Test
    void what_is_too_late_by_now_is_outdated() {
        String soon = server.clock().instant().plusSeconds(60).toString();
        JsonNode plan = planned(version("2").put("activeFrom", soon));
        server.clock().advance(Duration.ofSeconds(61));

        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");
        server.clock().advance(Duration.ofHours(1));
        assertRefused(calls.execute(ada, plan), 409, "plan_expired");
    }

    @Test
    void only_live_operations_see_to_content() {
        String sue = server.newOperator("sue", Role.SUPPORT);
        String body = version("2").toString();

        assertRefused(calls.post(sue, "catalog/plans", body), 403, "operator_role_missing");
        JsonNode plan = planned(version("2"));
        server.storage().operators().setRoles(new OperatorName("ada"), Set.of(Role.SUPPORT));
        assertRefused(calls.execute(ada, plan), 403, "operator_role_missing");
        assertThat(data(calls.read(sue, plan)).path("planId")).isEqualTo(plan.path("planId"));
    }

    @Test
    void what_cannot_be_published_is_refused_and_recorded() {
        HttpResponse<String> invalid = plan(version("2", "burst: 60", "burst: 0"));
        assertRefused(invalid, 422, "catalog_invalid");
        assertThat(json(invalid).path("problems").toString()).contains("tap.burst");
        assertThat(last().detail()).isEqualTo("catalog_invalid; correction: for a test");
        assertRefused(plan(version("2#7")), 422, "catalog_invalid");

        HttpResponse<String> losing = plan(version("2", "  - {id: okx, name: OKX}\n", ""));
        assertRefused(losing, 422, "catalog_losses");
        assertThat(json(losing).path("losses").toString()).contains("exchange okx");

        assertRefused(
                plan(version("2026.1", "burst: 60", "burst: 70")), 409, "catalog_version_taken");
        for (String moment :
                new String[] {"2001-01-01T00:00:00Z", "1960-01-01T00:00:00Z", "soon"}) {
            assertRefused(plan(version("2").put("activeFrom", moment)), 400, "validation_failed");
        }
        for (ObjectNode body :
                List.of(
                        change("publish"),
                        change("publish").put("document", " "),
                        change("restore"),
                        of("restore", 0),
                        of("cancel", -1),
                        change("steal"),
                        version("2").put("reason", ""),
                        version("2").put("reason", "x".repeat(151)),
                        version("2").put("reasonCode", "whim"))) {
            assertRefused(plan(body), 400, "validation_failed");
        }
        assertThat(get("")).isEmpty();
    }
}
