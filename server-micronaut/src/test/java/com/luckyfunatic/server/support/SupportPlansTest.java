package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of players by operators over HTTP. */
class SupportPlansTest {
    static final String PLAN = funds("jokers", 5);

    private GameServer server;
    private TestPlayer player;
    private String ada;
    private String lead;

    @BeforeEach
    void start() {
        server =
                GameServer.start(
                        Map.of(
                                "FUNATIC_SUPPORT_LIMIT_JOKERS", "10",
                                "FUNATIC_SUPPORT_DAILY_JOKERS", "25",
                                "FUNATIC_SUPPORT_LIMIT_FUNZ", "2000000000",
                                "FUNATIC_SUPPORT_LIMIT_ITEMS", "3"),
                        TestCatalogs.full());
        player = server.newPlayer(100, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String funds(String currency, long amount) {
        return "{\"action\":\"adjust_funds\",\"currency\":\""
                + currency
                + "\",\"amount\":"
                + amount
                + ",\"reasonCode\":\"lost_reward\",\"reason\":\"ticket 81\"}";
    }

    private static String items(String item, long amount) {
        return "{\"action\":\"adjust_items\",\"itemId\":\""
                + item
                + "\",\"amount\":"
                + amount
                + ",\"reasonCode\":\"goodwill\",\"reason\":\"sorry\"}";
    }

    private HttpResponse<String> post(String who, String path, String body, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = who;
        System.arraycopy(more, 0, headers, 2, more.length);
        return server.http().post("/support/" + path, body, headers);
    }

    private HttpResponse<String> plan(String who, String body, String... more) {
        return post(who, "players/" + player.id() + "/plans", body, more);
    }

    private JsonNode planned(String who, String body) {
        HttpResponse<String> answer = plan(who, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("data");
    }

    private HttpResponse<String> execute(String who, JsonNode plan) {
        return post(
                who,
                "plans/" + plan.path("planId").asText() + "/execute",
                "{\"planHash\":\"" + plan.path("planHash").asText() + "\"}");
    }

    private HttpResponse<String> approve(String who, JsonNode plan) {
        return post(who, "plans/" + plan.path("planId").asText() + "/approve", "{}");
    }

    private PlayerState state() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow();
    }

    private long jokers() {
        return state().wallet().jokers();
    }

    private List<String> recorded(String operator) {
        return server
                .storage()
                .operatorActions()
                .of(new OperatorName(operator), Long.MAX_VALUE, 100)
                .items()
                .reversed()
                .stream()
                .map(each -> each.action() + " " + each.outcome())
                .toList();
    }

    private OperatorAction last(String operator) {
        return server.storage()
                .operatorActions()
                .of(new OperatorName(operator), Long.MAX_VALUE, 1)
                .items()
                .getFirst();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void a_plan_shows_what_it_would_come_to_and_changes_nothing() {
        PlayerState before = state();

        JsonNode plan = planned(ada, funds("jokers", -4));

        assertThat(plan.at("/before/jokers").asLong()).isEqualTo(10);
        assertThat(plan.at("/after/jokers").asLong()).isEqualTo(6);
        assertThat(plan.path("planHash").asText()).hasSize(64);
        assertThat(plan.path("needsApproval").asBoolean(true)).isFalse();
        assertThat(plan.path("sequence").asLong()).isEqualTo(before.sequence());
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void exactly_the_plan_is_carried_out_once_for_ever() {
        JsonNode plan = planned(ada, funds("jokers", -4));

        HttpResponse<String> done = execute(ada, plan);
        server.clock().advance(Duration.ofDays(400));
        HttpResponse<String> again = execute(ada, plan);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).at("/data/after/jokers").asLong()).isEqualTo(6);
        assertThat(json(done).at("/data/repeated").asBoolean(true)).isFalse();
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).at("/data/repeated").asBoolean()).isTrue();
        assertThat(jokers()).isEqualTo(6);
        StateChange change =
                server.storage()
                        .players()
                        .history(PlayerId.parse(player.id()), Long.MAX_VALUE, 1)
                        .items()
                        .getFirst();
        assertThat(change.actor()).isEqualTo(new Actor.Operator("ada"));
        assertThat(change.operationId()).hasToString("~plan:" + plan.path("planId").asText());
        assertThat(recorded("ada"))
                .containsExactly(
                        "make_plan DONE",
                        "execute_plan BEGUN",
                        "execute_plan DONE",
                        "execute_plan DONE");
        assertThat(last("ada").reference()).isEqualTo(plan.path("planId").asText());
        assertThat(last("ada").detail()).contains("JOKERS -4; lost_reward: ticket 81");
    }

    @Test
    void a_plan_is_outdated_when_the_player_has_changed() {
        JsonNode plan = planned(ada, PLAN);
        player.post("/tap", "{\"taps\":1}");

        HttpResponse<String> refused = execute(ada, plan);

        assertRefused(refused, 409, "plan_outdated");
        assertThat(json(refused).path("expected").asLong())
                .isEqualTo(plan.path("sequence").asLong());
        assertThat(jokers()).isEqualTo(10);
        assertThat(recorded("ada"))
                .containsExactly("make_plan DONE", "execute_plan BEGUN", "execute_plan REFUSED");
        assertThat(last("ada").detail()).startsWith("plan_outdated;");
        JsonNode shown =
                json(server.http()
                                .get(
                                        "/support/plans/" + plan.path("planId").asText(),
                                        "Authorization",
                                        ada))
                        .get("data");
        assertThat(shown.path("outdated").asBoolean()).isTrue();
        assertThat(shown.path("before").isNull()).isTrue();
    }

    @Test
    void of_two_who_adjust_one_player_at_once_one_has_to_look_again() {
        JsonNode first = planned(ada, PLAN);
        JsonNode second = planned(lead, PLAN);

        List<Integer> codes =
                Together.run(
                        2,
                        i -> (i == 0 ? execute(ada, first) : execute(lead, second)).statusCode());

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        assertThat(jokers()).isEqualTo(15);
    }

    @Test
    void a_plan_that_is_carried_out_many_times_at_once_is_done_once() {
        JsonNode plan = planned(ada, PLAN);

        List<Integer> codes = Together.run(10, _ -> execute(ada, plan).statusCode());

        assertThat(codes).containsOnly(200);
        assertThat(jokers()).isEqualTo(15);
        assertThat(planned(ada, funds("jokers", 9))).isNotNull();
    }

    @Test
    void amounts_that_cannot_be_are_refused_when_the_plan_is_made() {
        assertRefused(plan(ada, funds("jokers", -11)), 422, "insufficient_funds");
        assertRefused(plan(ada, funds("funz", Amounts.MAX)), 422, "balance_cap_reached");
        assertRefused(plan(ada, items("shard", -1)), 422, "insufficient_items");
        assertRefused(plan(ada, items("shard", 1_000_000)), 422, "item_maximum_reached");
        assertRefused(plan(ada, items("no_such", 1)), 404, "unknown_item");
        assertThat(recorded("ada")).hasSize(5).containsOnly("make_plan REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"adjust_funds\"}",
                "{\"action\":\"drop\",\"amount\":1,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"gold\",\"amount\":1,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":0,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":9007199254740992,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":-9223372036854775808,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1.5,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_items\",\"itemId\":\"shard\",\"amount\":2147483648,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_items\",\"amount\":1,\"reasonCode\":\"other\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,\"reasonCode\":\"because\",\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,\"reason\":\"x\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,\"reasonCode\":\"other\",\"reason\":\""
                    + " \"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,\"reasonCode\":\"other\",\"reason\":\"a\\nb\"}",
                "{\"action\":\"adjust_funds\",\"currency\":\"funz\",\"amount\":1,\"reasonCode\":\"other\"}"
            })
    void what_is_no_plan_is_told_by_its_field(String body) {
        HttpResponse<String> refused = plan(ada, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void above_the_limit_another_person_approves() {
        JsonNode plan = planned(ada, funds("jokers", 11));
        assertThat(plan.path("needsApproval").asBoolean()).isTrue();

        assertRefused(execute(ada, plan), 409, "plan_not_approved");
        HttpResponse<String> approved = approve(lead, plan);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(json(approved).at("/data/approvedBy").asText()).isEqualTo("lead");
        assertThat(approve(lead, plan).statusCode()).isEqualTo(200);

        assertRefused(execute(lead, plan), 403, "plan_of_another");
        assertThat(execute(ada, plan).statusCode()).isEqualTo(200);
        assertThat(jokers()).isEqualTo(21);
    }

    @Test
    void nobody_approves_their_own() {
        JsonNode plan = planned(lead, funds("jokers", 11));

        assertRefused(approve(lead, plan), 403, "plan_self_approval");
        assertRefused(approve(ada, plan), 403, "operator_role_missing");
        assertRefused(execute(lead, plan), 409, "plan_not_approved");
        assertThat(jokers()).isEqualTo(10);
        assertThat(recorded("lead"))
                .containsExactly("make_plan DONE", "approve_plan REFUSED", "execute_plan REFUSED");
    }

    @Test
    void a_day_has_a_limit_which_what_came_to_nothing_does_not_use_up() {
        assertThat(execute(ada, planned(ada, funds("jokers", 10))).statusCode()).isEqualTo(200);
        JsonNode outdated = planned(ada, funds("jokers", 10));
        player.post("/tap", "{\"taps\":1}");
        assertRefused(execute(ada, outdated), 409, "plan_outdated");
        assertThat(execute(ada, planned(ada, funds("jokers", -10))).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = execute(ada, planned(ada, funds("jokers", 6)));

        assertRefused(refused, 422, "operator_daily_limit_reached");
        assertThat(json(refused).path("limit").asLong()).isEqualTo(25);
        assertThat(execute(lead, planned(lead, funds("jokers", 6))).statusCode()).isEqualTo(200);
        server.clock().advance(Duration.ofDays(1));
        assertThat(execute(ada, planned(ada, funds("jokers", 6))).statusCode()).isEqualTo(200);
    }

    @Test
    void items_are_given_and_taken() {
        JsonNode given = planned(ada, items("shard", 3));
        assertThat(given.at("/before/items").asInt(-1)).isZero();
        assertThat(execute(ada, given).statusCode()).isEqualTo(200);
        JsonNode taken = planned(ada, items("shard", -2));
        assertThat(taken.at("/after/items").asInt()).isEqualTo(1);
        assertThat(json(execute(ada, taken)).at("/data/after/items").asInt()).isEqualTo(1);
        assertThat(planned(ada, items("shard", 4)).path("needsApproval").asBoolean()).isTrue();
    }

    @Test
    void a_plan_has_an_end() {
        JsonNode plan = planned(ada, funds("jokers", 11));
        server.clock().advance(Duration.ofHours(1));

        assertRefused(approve(lead, plan), 409, "plan_expired");
        assertRefused(execute(ada, plan), 409, "plan_expired");
    }

    @Test
    void only_the_plan_that_was_seen_is_carried_out() {
        JsonNode plan = planned(ada, PLAN);
        String path = "plans/" + plan.path("planId").asText() + "/execute";
        String other = planned(ada, PLAN).path("planHash").asText();

        assertRefused(
                post(ada, path, "{\"planHash\":\"" + other + "\"}"), 409, "plan_hash_mismatch");
        assertRefused(post(ada, path, "{}"), 400, "validation_failed");
        assertRefused(
                post(ada, "plans/no%20plan/execute", "{\"planHash\":\"x\"}"), 404, "unknown_plan");
        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void a_plan_that_was_asked_for_again_is_the_same() {
        HttpResponse<String> first = plan(ada, PLAN, "Idempotency-Key", "k1");
        player.post("/tap", "{\"taps\":1}");
        HttpResponse<String> again = plan(ada, PLAN, "Idempotency-Key", "k1");

        assertThat(json(again).at("/data/planHash")).isEqualTo(json(first).at("/data/planHash"));
        assertThat(first.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(
                plan(ada, funds("jokers", 6), "Idempotency-Key", "k1"),
                422,
                "idempotency_key_reused");
        assertThat(json(plan(lead, PLAN, "Idempotency-Key", "k1")).at("/data/planId"))
                .isNotEqualTo(json(first).at("/data/planId"));
    }

    @Test
    void an_operator_who_was_disabled_carries_out_nothing_more() {
        JsonNode plan = planned(ada, PLAN);
        server.storage().operators().setDisabled(new OperatorName("ada"), true);

        assertRefused(execute(ada, plan), 401, "operator_credential_invalid");
        assertThat(jokers()).isEqualTo(10);
    }
}
