package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators wanted to write is recorded, whatever refuses it. */
class RefusedWritesTest {
    private static final String PLAN = SupportPlansTest.PLAN;

    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String ada;

    @BeforeEach
    void start() {
        server = GameServer.start();
        calls = new PlanCalls(server);
        player = server.newPlayer(100, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String plans() {
        return "players/" + player.id() + "/plans";
    }

    private PlayerId id() {
        return PlayerId.parse(player.id());
    }

    /** The only entry so far. */
    private void assertRecorded(
            String operator,
            String action,
            @Nullable PlayerId about,
            @Nullable String reference,
            String detail) {
        assertThat(calls.recorded(operator))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.action()).isEqualTo(action);
                    assertThat(each.outcome()).isEqualTo(ActionOutcome.REFUSED);
                    assertThat(each.player()).isEqualTo(about);
                    assertThat(each.reference()).isEqualTo(reference);
                    assertThat(each.detail()).isEqualTo(detail);
                });
    }

    @Test
    void a_role_that_is_missing() {
        String eve = server.newOperator("eve", Role.AUDITOR);

        assertRefused(calls.post(eve, plans(), PLAN), 403, "operator_role_missing");

        assertRecorded("eve", "make_plan", id(), null, "operator_role_missing");
    }

    @Test
    void a_player_who_is_not_known() {
        assertRefused(calls.post(ada, "players/7/plans", PLAN), 404, "unknown_player");

        assertRecorded("ada", "make_plan", new PlayerId(7), null, "unknown_player");
    }

    @Test
    void what_is_no_player() {
        assertRefused(calls.post(ada, "players/Ada%20L./plans", PLAN), 404, "unknown_player");

        assertRecorded("ada", "make_plan", null, null, "unknown_player");
    }

    @Test
    void a_plan_that_is_not_known() {
        assertRefused(
                calls.post(ada, "plans/nope/execute", "{\"planHash\":\"x\"}"), 404, "unknown_plan");

        assertRecorded("ada", "execute_plan", null, "nope", "unknown_plan");
    }

    @Test
    void fields_that_are_not_valid() {
        assertRefused(
                calls.post(ada, plans(), PLAN.replace("lost_reward", "because")),
                400,
                "validation_failed");

        assertRecorded("ada", "make_plan", id(), null, "validation_failed; reasonCode");
    }

    @Test
    void a_body_that_cannot_be_read() {
        assertRefused(calls.post(ada, plans(), "{"), 400, "malformed_json");

        assertRecorded("ada", "make_plan", id(), null, "malformed_json");
    }

    @Test
    void a_key_of_another_plan() {
        calls.planned(ada, "players/" + player.id(), PLAN, "Idempotency-Key", "k");

        assertRefused(
                calls.post(
                        ada,
                        plans(),
                        PLAN.replace("ticket 81", "ticket 82"),
                        "Idempotency-Key",
                        "k"),
                422,
                "idempotency_key_reused");

        assertThat(calls.words("ada")).containsExactly("make_plan DONE", "make_plan REFUSED");
        OperatorAction last = calls.recorded("ada").getLast();
        assertThat(last.player()).isEqualTo(id());
        assertThat(last.detail()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void what_a_rule_refuses_is_recorded_once_and_in_its_own_words() {
        JsonNode plan = calls.planned(ada, "players/" + player.id(), PLAN);
        data(calls.execute(ada, plan));
        String eve = server.newOperator("eve", Role.SUPPORT);

        assertRefused(calls.execute(eve, plan), 403, "plan_of_another");

        assertThat(calls.recorded("eve"))
                .singleElement()
                .satisfies(each -> assertThat(each.detail()).startsWith("plan_of_another; "));
    }

    @Test
    void what_is_no_route_is_no_write() {
        assertThat(calls.post(ada, "nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(calls.recorded("ada")).isEmpty();
    }
}
