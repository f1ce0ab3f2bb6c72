package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approval is worth when who gave it may not give any more. */
class PlanApprovalsTest {
    private static final OperatorName BOB = new OperatorName("bob");
    private static final String MUCH =
            "{\"action\":\"adjust_funds\",\"currency\":\"jokers\",\"amount\":11,"
                    + "\"reasonCode\":\"other\",\"reason\":\"x\"}";
    private static final String LITTLE = MUCH.replace("11", "10");

    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String ada;
    private String bob;
    private String eve;

    @BeforeEach
    void start() {
        server =
                GameServer.start(Map.of("FUNATIC_SUPPORT_LIMIT_JOKERS", "10"), TestCatalogs.full());
        calls = new PlanCalls(server);
        player = server.newPlayer(0, 10);
        ada = server.newOperator("ada", Role.SUPPORT);
        bob = server.newOperator("bob", Role.SUPPORT_LEAD);
        eve = server.newOperator("eve", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode planned(String body) {
        return calls.planned(ada, "players/" + player.id(), body);
    }

    private JsonNode approved() {
        JsonNode plan = planned(MUCH);
        data(calls.approve(bob, plan));
        return plan;
    }

    private long jokers() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().jokers();
    }

    private boolean isShownVoid(JsonNode plan) {
        JsonNode shown = data(calls.read(eve, plan));
        assertThat(shown.path("approvedBy").asText()).isEqualTo("bob");
        return shown.required("approvalVoid").booleanValue();
    }

    @Test
    void of_who_was_disabled_since_it_is_worth_nothing() {
        JsonNode plan = approved();
        server.storage().operators().setDisabled(BOB, true);

        assertThat(isShownVoid(plan)).isTrue();
        assertRefused(calls.execute(ada, plan), 409, "plan_approval_void");

        assertThat(calls.words("ada")).containsExactly("make_plan DONE", "execute_plan REFUSED");
        assertThat(calls.recorded("ada").getLast().detail()).startsWith("plan_approval_void;");
        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void of_who_is_no_lead_any_more_it_is_worth_nothing_until_they_are_again() {
        JsonNode plan = approved();
        server.storage().operators().setRoles(BOB, Set.of(Role.SUPPORT, Role.LIVE_OPS));
        assertThat(isShownVoid(plan)).isTrue();
        assertRefused(calls.execute(ada, plan), 409, "plan_approval_void");

        server.storage().operators().setRoles(BOB, Set.of(Role.SUPPORT_LEAD));
        assertThat(isShownVoid(plan)).isFalse();
        data(calls.execute(ada, plan));

        assertThat(jokers()).isEqualTo(21);
    }

    @Test
    void nobody_else_makes_up_for_it_but_another_plan_does() {
        JsonNode plan = approved();
        server.storage().operators().setDisabled(BOB, true);

        assertRefused(calls.approve(eve, plan), 409, "plan_approval_void");
        assertRefused(calls.execute(ada, plan), 409, "plan_approval_void");
        JsonNode another = planned(MUCH);
        data(calls.approve(eve, another));
        data(calls.execute(ada, another));

        assertThat(calls.words("eve")).containsExactly("approve_plan REFUSED", "approve_plan DONE");
    }

    @Test
    void what_was_done_stays_done() {
        JsonNode plan = approved();
        data(calls.execute(ada, plan));
        server.storage().operators().setDisabled(BOB, true);

        assertThat(data(calls.execute(ada, plan)).path("repeated").asBoolean()).isTrue();
    }

    @Test
    void what_needs_no_approval_does_not_depend_on_one() {
        JsonNode plan = planned(LITTLE);
        data(calls.approve(bob, plan));
        server.storage().operators().setDisabled(BOB, true);

        assertThat(isShownVoid(plan)).isFalse();
        data(calls.execute(ada, plan));
    }

    @Test
    void what_nobody_has_approved_yet_waits_and_is_not_void() {
        JsonNode plan = planned(MUCH);

        assertThat(plan.required("approvalVoid").booleanValue()).isFalse();
        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
    }

    @Test
    void who_approved_does_not_carry_it_out() {
        JsonNode plan = approved();

        assertRefused(calls.execute(bob, plan), 403, "plan_of_another");
        assertThat(calls.words("bob")).containsExactly("approve_plan DONE", "execute_plan REFUSED");
    }
}
