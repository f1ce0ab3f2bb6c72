package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games that begin anew and come back, by operators over HTTP. */
class ResetPlansTest {
    private static final String WHY = ",\"reasonCode\":\"abuse\",\"reason\":\"ticket 81\"}";
    private static final String RESET = "{\"action\":\"reset\"" + WHY;
    private static final String RESTORE = "{\"action\":\"restore\"" + WHY;

    private GameServer server;
    private TestPlayer player;
    private String ada;
    private String lead;

    @BeforeEach
    void start() {
        server =
                GameServer.start(
                        Map.of("FUNATIC_SUPPORT_DAILY_DECISIONS", "3"), TestCatalogs.full());
        player = server.newPlayer(100, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String who, String path, String body) {
        return server.http().post("/support/" + path, body, "Authorization", who);
    }

    private HttpResponse<String> plan(String who, String body) {
        return post(who, "players/" + player.id() + "/plans", body);
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

    private void carryOut(String body) {
        HttpResponse<String> done = execute(ada, planned(ada, body));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private PlayerState state() {
        return server.engine().player(id()).orElseThrow();
    }

    private PlayerId id() {
        return PlayerId.parse(player.id());
    }

    private void pay() {
        server.engine()
                .execute(
                        id(),
                        new OperationId("granted"),
                        new ReceiveGrant(Reward.ofFunz(5), "campaign 81"));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void a_reset_and_a_restore_are_seen_carried_out_once_and_recorded() {
        player.post("/tap", "{\"taps\":5}");
        PlayerState before = state();

        JsonNode reset = planned(ada, RESET);
        assertThat(state()).isEqualTo(before);
        assertThat(reset.at("/command/@type").asText()).isEqualTo("ResetPlayer");
        assertThat(reset.path("needsApproval").asBoolean(true)).isFalse();
        assertThat(reset.at("/before/jokers").asLong()).isEqualTo(10);
        assertThat(reset.at("/before/game/taps").asLong()).isEqualTo(5);
        assertThat(reset.at("/after/jokers").asLong(-1)).isZero();
        assertThat(reset.at("/after/game/taps").asLong(-1)).isZero();
        List<Integer> codes = Together.run(8, _ -> execute(ada, reset).statusCode());
        assertThat(codes).containsOnly(200);
        assertThat(state().wallet().jokers()).isZero();
        assertThat(state().sequence()).isEqualTo(before.sequence() + 1);
        StateChange change =
                server.storage().players().history(id(), Long.MAX_VALUE, 1).items().getFirst();
        assertThat(change.actor()).isEqualTo(new Actor.Operator("ada"));
        assertThat(player.post("/tap", "{\"taps\":2}").statusCode()).isEqualTo(200);

        JsonNode restore = planned(ada, RESTORE);
        assertThat(restore.at("/before/game/taps").asLong()).isEqualTo(2);
        assertThat(restore.at("/after/game/taps").asLong()).isEqualTo(5);
        HttpResponse<String> done = execute(ada, restore);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).at("/data/after/jokers").asLong()).isEqualTo(10);
        assertThat(json(execute(ada, restore)).at("/data/repeated").asBoolean()).isTrue();

        assertThat(state().wallet()).isEqualTo(before.wallet());
        assertThat(
                        server
                                .storage()
                                .operatorActions()
                                .of(new OperatorName("ada"), Long.MAX_VALUE, 100)
                                .items()
                                .reversed()
                                .stream()
                                .map(each -> each.action() + " " + each.outcome())
                                .distinct()
                                .toList())
                .containsExactly("make_plan DONE", "execute_plan BEGUN", "execute_plan DONE");
        assertThat(
                        server.storage()
                                .operatorActions()
                                .of(new OperatorName("ada"), Long.MAX_VALUE, 1)
                                .items()
                                .getFirst()
                                .detail())
                .contains("restore; abuse: ticket 81", "jokers 10", "rank 1");
    }

    @Test
    void there_is_nothing_to_restore_before_a_reset_and_after_a_restore() {
        assertRefused(plan(ada, RESTORE), 422, "nothing_to_restore");
        carryOut(RESET);
        carryOut(RESTORE);
        assertRefused(plan(ada, RESTORE), 422, "already_restored");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_a_player_who_has_paid_another_person_approves(boolean isRestore) {
        if (isRestore) {
            carryOut(RESET);
        }
        String body = isRestore ? RESTORE : RESET;
        pay();
        JsonNode plan = planned(lead, body);

        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertRefused(execute(lead, plan), 409, "plan_not_approved");
        assertRefused(approve(lead, plan), 403, "plan_self_approval");
        assertRefused(approve(ada, plan), 403, "operator_role_missing");
        String other = server.newOperator("other", Role.SUPPORT_LEAD);
        assertThat(approve(other, plan).statusCode()).isEqualTo(200);
        assertThat(execute(lead, plan).statusCode()).isEqualTo(200);
        assertThat(state().wallet().jokers()).isEqualTo(isRestore ? 10 : 0);
    }

    @Test
    void who_pays_after_a_plan_was_made_outdates_it() {
        JsonNode plan = planned(ada, RESET);
        assertThat(plan.path("needsApproval").asBoolean(true)).isFalse();
        pay();
        PlayerState paid = state();

        assertRefused(execute(ada, plan), 409, "plan_outdated");

        assertThat(state()).isEqualTo(paid);
        assertThat(planned(ada, RESET).path("needsApproval").asBoolean()).isTrue();
    }

    @Test
    void of_two_resets_of_one_state_one_has_to_look_again() {
        JsonNode first = planned(ada, RESET);
        JsonNode second = planned(lead, RESET);

        List<Integer> codes =
                Together.run(
                        2,
                        i -> (i == 0 ? execute(ada, first) : execute(lead, second)).statusCode());

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        assertThat(state().resets().resets()).isOne();
    }

    @Test
    void they_count_among_the_decisions_of_a_day() {
        carryOut(RESET);
        carryOut(RESTORE);
        carryOut(RESET);

        assertRefused(execute(ada, planned(ada, RESTORE)), 422, "operator_daily_limit_reached");
    }
}
