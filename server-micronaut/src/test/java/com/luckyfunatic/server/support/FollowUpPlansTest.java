package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PendingFollowUp;
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

/** Plans to drop what an earlier change called for, over HTTP. */
class FollowUpPlansTest {
    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String target;
    private String ada;
    private String eve;
    private String lead;

    @BeforeEach
    void start() {
        server =
                GameServer.start(
                        Map.of("FUNATIC_SUPPORT_DAILY_DECISIONS", "2"), TestCatalogs.full());
        calls = new PlanCalls(server);
        player = server.newPlayer();
        target = "players/" + player.id();
        ada = server.newOperator("ada", Role.SUPPORT);
        eve = server.newOperator("eve", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A friend of the player who is still to be counted, and was not when somebody tried. */
    private String failed() {
        PendingFollowUp waits = waiting();
        server.storage()
                .followUps()
                .noteFailure(waits, server.clock().millis(), "IllegalStateException: a bug");
        return waits.followUp().operationId().value();
    }

    private PendingFollowUp waiting() {
        server.newFriendOf(player);
        return server.storage().followUps().pending(100).getLast();
    }

    private int friends() {
        return server.engine()
                .player(PlayerId.parse(player.id()))
                .orElseThrow()
                .referral()
                .friends();
    }

    private static String body(String operation) {
        return "{\"action\":\"drop_follow_up\",\"operationId\":\""
                + operation
                + "\",\"reasonCode\":\"correction\",\"reason\":\"ticket 86\"}";
    }

    private JsonNode approved(String who, String operation) {
        JsonNode plan = calls.planned(who, target, body(operation));
        data(calls.approve(lead, plan));
        return plan;
    }

    @Test
    void a_follow_up_is_dropped_by_two_people_once_and_for_good() {
        String id = failed();
        JsonNode plan = calls.planned(ada, target, body(id), "Idempotency-Key", "k1");
        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertThat(plan.at("/before/followUp/operationId").asText()).isEqualTo(id);
        assertThat(plan.at("/before/followUp/command").asText()).isEqualTo("CountFriend");
        assertThat(plan.at("/before/followUp/status").asText()).isEqualTo("waiting");
        assertThat(plan.at("/after/followUp/status").asText()).isEqualTo("dropped");

        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
        assertRefused(calls.approve(eve, plan), 403, "operator_role_missing");
        data(calls.approve(lead, plan));
        assertRefused(calls.execute(eve, plan), 403, "plan_of_another");
        JsonNode done = data(calls.execute(ada, plan));
        JsonNode again = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.at("/after/followUp/status").asText()).isEqualTo("dropped");
        assertThat(again.path("at")).isEqualTo(done.path("at"));
        server.settleFollowUps();
        assertThat(friends()).isZero();
        assertThat(server.storage().followUps().pending(10)).isEmpty();
        assertThat(calls.words("ada"))
                .containsExactly(
                        "make_plan DONE",
                        "execute_plan REFUSED",
                        "execute_plan BEGUN",
                        "execute_plan DONE",
                        "execute_plan DONE");
        assertThat(calls.recorded("ada").getLast().detail())
                .isEqualTo(
                        "drop follow-up "
                                + id
                                + "; correction: ticket 86; done before; after: follow-up dropped");
        assertThat(calls.planned(ada, target, body(id), "Idempotency-Key", "k1").path("planId"))
                .isEqualTo(plan.path("planId"));
        assertRefused(calls.post(ada, target + "/plans", body(id)), 404, "unknown_follow_up");
    }

    @Test
    void a_plan_is_outdated_when_the_follow_up_was_carried_out_meanwhile() {
        JsonNode plan = approved(ada, failed());
        server.settleFollowUps();

        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");

        assertThat(data(calls.read(ada, plan)).path("outdated").asBoolean()).isTrue();
        assertThat(friends()).isEqualTo(1);
        // Nothing was decided: the day has room for its two decisions.
        data(calls.execute(ada, approved(ada, failed())));
        data(calls.execute(ada, approved(ada, failed())));
        JsonNode third = approved(ada, failed());
        assertRefused(calls.execute(ada, third), 422, "operator_daily_limit_reached");
        assertThat(friends()).isEqualTo(1);
    }

    @Test
    void of_two_plans_for_a_follow_up_one_drops_it() {
        String id = failed();
        JsonNode one = approved(ada, id);
        JsonNode other = approved(eve, id);

        List<Integer> statuses =
                Together.run(
                        2,
                        i ->
                                (i == 0 ? calls.execute(ada, one) : calls.execute(eve, other))
                                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(friends()).isZero();
    }

    @Test
    void what_waits_for_its_turn_is_not_dropped() {
        String id = waiting().followUp().operationId().value();

        assertRefused(calls.post(ada, target + "/plans", body(id)), 409, "follow_up_not_droppable");

        assertThat(calls.words("ada")).containsExactly("make_plan REFUSED");
        assertThat(calls.recorded("ada").getLast().detail())
                .startsWith("follow_up_not_droppable; drop follow-up " + id);
    }

    @Test
    void what_is_no_follow_up_of_the_player_is_no_plan() {
        String id = failed();
        TestPlayer other = server.newPlayer();

        for (HttpResponse<String> refused :
                List.of(
                        calls.post(ada, "players/" + other.id() + "/plans", body(id)),
                        calls.post(ada, target + "/plans", body("nothing")),
                        calls.post(ada, target + "/plans", body("ä")),
                        calls.post(ada, target + "/plans", body("x".repeat(65))))) {
            assertRefused(refused, 404, "unknown_follow_up");
        }
        assertRefused(
                calls.post(ada, target + "/plans", body(id).replace("operationId", "itemId")),
                400,
                "validation_failed");
    }

    @Test
    void whoever_lacks_the_role_drops_nothing() {
        String id = failed();
        String liv = server.newOperator("liv", Role.LIVE_OPS);
        String otto = server.newOperator("otto", Role.AUDITOR);

        for (String who : List.of(liv, otto)) {
            assertRefused(
                    calls.post(who, target + "/plans", body(id)), 403, "operator_role_missing");
        }
        server.settleFollowUps();
        assertThat(friends()).isEqualTo(1);
    }
}
