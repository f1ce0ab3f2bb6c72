package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.TestTournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What live operations plan about tournaments over HTTP. */
class TournamentPlansHttpTest {
    private static final long FEE = 30;
    private static final String WHY = ",\"reasonCode\":\"correction\",\"reason\":\"wrong prizes\"}";
    private static final String CANCEL = "{\"action\":\"cancel_tournament\"" + WHY;
    private static final String REPLAY = "{\"action\":\"replay_prize_run\"" + WHY;

    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String liv;
    private String lead;

    @BeforeEach
    void start() {
        server = GameServer.start();
        calls = new PlanCalls(server);
        player = server.newPlayer(100, 10);
        liv = server.newOperator("liv", Role.LIVE_OPS);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Tournaments stored() {
        return server.storage().tournaments();
    }

    private TournamentDefinition cup() {
        long now = server.clock().millis();
        TournamentDefinition cup =
                TestTournaments.between(now, now + Duration.ofHours(2).toMillis())
                        .fee(FEE)
                        .seats(1, 10)
                        .done();
        assertThat(stored().create(cup)).isTrue();
        assertThat(stored().move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private TournamentDefinition entered() {
        TournamentDefinition cup = cup();
        assertThat(
                        player.post(
                                        "/tournaments/" + cup.id() + "/enter",
                                        "{\"expectedFee\":" + FEE + "}")
                                .statusCode())
                .isEqualTo(200);
        return cup;
    }

    private static String target(TournamentDefinition cup) {
        return "tournaments/" + cup.id();
    }

    private String disqualify() {
        return "{\"action\":\"disqualify\",\"playerId\":\"" + player.id() + "\"" + WHY;
    }

    private TournamentStage stage(TournamentDefinition cup) {
        return stored().find(cup.id()).orElseThrow().stage();
    }

    @Test
    void a_second_person_approves_that_a_tournament_is_cancelled() {
        TournamentDefinition cup = entered();
        JsonNode plan = calls.planned(liv, target(cup), CANCEL);
        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertThat(plan.path("playerId").isNull()).isTrue();
        assertThat(plan.at("/before/stage").asText()).isEqualTo("published");
        assertThat(plan.at("/after/stage").asText()).isEqualTo("cancelled");

        assertRefused(calls.execute(liv, plan), 409, "plan_not_approved");
        assertRefused(calls.approve(liv, plan), 403, "operator_role_missing");
        assertThat(stage(cup)).isEqualTo(TournamentStage.PUBLISHED);
        data(calls.approve(lead, plan));
        JsonNode done = data(calls.execute(liv, plan));
        JsonNode again = data(calls.execute(liv, plan));

        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(stage(cup)).isEqualTo(TournamentStage.CANCELLED);
        assertThat(calls.words("liv"))
                .containsExactly(
                        "make_plan DONE",
                        "execute_plan REFUSED",
                        "approve_plan REFUSED",
                        "execute_plan BEGUN",
                        "execute_plan DONE",
                        "execute_plan DONE");
        assertThat(calls.recorded("liv").getLast().detail())
                .startsWith("cancel " + cup.id() + "; correction: wrong prizes; done before");
        assertRefused(
                calls.post(liv, target(cup) + "/plans", CANCEL), 409, "wrong_tournament_stage");
    }

    @Test
    void who_no_longer_runs_tournaments_carries_no_plan_of_one_out() {
        TournamentDefinition cup = entered();
        JsonNode plan = calls.planned(liv, target(cup), disqualify());
        assertThat(
                        server.storage()
                                .operators()
                                .setRoles(new OperatorName("liv"), Set.of(Role.SUPPORT)))
                .isTrue();

        assertRefused(calls.execute(liv, plan), 403, "operator_role_missing");

        assertThat(stored().disqualification(cup.id(), PlayerId.parse(player.id()))).isEmpty();
    }

    @Test
    void a_cancellation_that_nobody_approved_is_not_done_because_another_was() {
        TournamentDefinition cup = entered();
        JsonNode plan = calls.planned(liv, target(cup), CANCEL);
        assertThat(stored().move(cup.id(), 2, TournamentStage.CANCELLED)).isTrue();

        assertRefused(calls.execute(liv, plan), 409, "plan_not_approved");
    }

    @Test
    void a_cancellation_is_outdated_when_the_tournament_has_gone_on() {
        TournamentDefinition cup = cup();
        JsonNode plan = calls.planned(lead, target(cup), CANCEL);
        assertRefused(calls.approve(lead, plan), 403, "plan_self_approval");
        String other = server.newOperator("other", Role.SUPPORT_LEAD);
        data(calls.approve(other, plan));
        assertThat(stored().move(cup.id(), 2, TournamentStage.RANKED)).isTrue();

        assertRefused(calls.execute(lead, plan), 409, "plan_outdated");

        assertThat(data(calls.read(lead, plan)).path("outdated").asBoolean()).isTrue();
        assertThat(stage(cup)).isEqualTo(TournamentStage.RANKED);
    }

    @Test
    void of_two_plans_that_cancel_one_version_the_second_is_told() {
        TournamentDefinition cup = entered();
        JsonNode first = calls.planned(liv, target(cup), CANCEL);
        JsonNode second = calls.planned(liv, target(cup), CANCEL);
        data(calls.approve(lead, first));
        data(calls.approve(lead, second));
        data(calls.execute(liv, first));

        assertRefused(calls.execute(liv, second), 409, "plan_outdated");

        assertThat(data(calls.execute(liv, first)).path("repeated").asBoolean()).isTrue();
        assertThat(stage(cup)).isEqualTo(TournamentStage.CANCELLED);
        assertThat(calls.words("liv"))
                .containsSubsequence("execute_plan BEGUN", "execute_plan REFUSED");
    }

    @Test
    void a_cancellation_on_the_storage_is_no_plans_own() {
        TournamentDefinition cup = entered();
        JsonNode plan = calls.planned(liv, target(cup), CANCEL);
        data(calls.approve(lead, plan));
        assertThat(stored().move(cup.id(), 2, TournamentStage.CANCELLED)).isTrue();

        assertRefused(calls.execute(liv, plan), 409, "plan_outdated");
    }

    @Test
    void of_two_plans_of_one_author_that_take_a_player_out_the_second_is_told() {
        TournamentDefinition cup = entered();
        JsonNode first = calls.planned(liv, target(cup), disqualify());
        JsonNode second = calls.planned(liv, target(cup), disqualify());
        data(calls.execute(liv, first));

        assertRefused(calls.execute(liv, second), 409, "plan_outdated");

        assertThat(data(calls.execute(liv, first)).path("repeated").asBoolean()).isTrue();
    }

    @Test
    void a_player_is_taken_out_once_and_it_is_known_by_whom() {
        TournamentDefinition cup = entered();
        JsonNode plan = calls.planned(liv, target(cup), disqualify());
        assertThat(plan.path("playerId").asText()).isEqualTo(player.id());
        assertThat(plan.at("/before/disqualified").asBoolean(true)).isFalse();
        assertThat(plan.at("/after/disqualified").asBoolean()).isTrue();

        JsonNode done = data(calls.execute(liv, plan));
        JsonNode again = data(calls.execute(liv, plan));

        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        Disqualification kept =
                stored().disqualification(cup.id(), PlayerId.parse(player.id())).orElseThrow();
        assertThat(kept.actor()).isEqualTo("operator:liv");
        assertThat(kept.reason()).isEqualTo("correction: wrong prizes");
        assertThat(
                        server.storage()
                                .operatorActions()
                                .about(PlayerId.parse(player.id()), Long.MAX_VALUE, 1)
                                .items()
                                .getFirst()
                                .operator())
                .isEqualTo(new OperatorName("liv"));
        assertRefused(calls.post(liv, target(cup) + "/plans", disqualify()), 422, "disqualified");
    }

    @Test
    void of_two_who_take_a_player_out_the_first_counts() {
        TournamentDefinition cup = entered();
        JsonNode first = calls.planned(liv, target(cup), disqualify());
        JsonNode second = calls.planned(lead, target(cup), disqualify());
        data(calls.execute(lead, second));

        assertRefused(calls.execute(liv, first), 409, "plan_outdated");

        assertThat(data(calls.read(liv, first)).path("outdated").asBoolean()).isTrue();
    }

    @Test
    void a_prize_run_is_begun_again_as_often_as_it_takes() {
        TournamentDefinition cup = cup();
        assertRefused(
                calls.post(liv, target(cup) + "/plans", REPLAY), 409, "wrong_tournament_stage");
        server.clock().advance(Duration.ofDays(1));
        JsonNode plan = calls.planned(liv, target(cup), REPLAY);
        assertThat(plan.path("needsApproval").asBoolean(true)).isFalse();
        assertThat(plan.path("outdated").asBoolean(true)).isFalse();

        JsonNode done = data(calls.execute(liv, plan));
        data(calls.execute(liv, plan));

        assertThat(done.at("/after/stage").asText()).isEqualTo("done");
        assertThat(stage(cup)).isEqualTo(TournamentStage.DONE);
        assertRefused(
                calls.post(liv, target(cup) + "/plans", REPLAY), 409, "wrong_tournament_stage");
    }

    @Test
    void what_cannot_be_is_no_plan() {
        TournamentDefinition cup = cup();
        String plans = target(cup) + "/plans";
        assertRefused(calls.post(liv, plans, disqualify()), 422, "not_entered");
        assertRefused(
                calls.post(liv, plans, "{\"action\":\"drop\"" + WHY), 400, "validation_failed");
        assertRefused(
                calls.post(liv, plans, "{\"action\":\"disqualify\"" + WHY),
                400,
                "validation_failed");
        assertRefused(
                calls.post(liv, plans, "{\"action\":\"disqualify\",\"playerId\":\"x\"" + WHY),
                404,
                "unknown_player");
        assertRefused(
                calls.post(liv, "tournaments/no-such/plans", CANCEL), 404, "unknown_tournament");
        assertRefused(
                calls.post(liv, "tournaments/-%20-/plans", CANCEL), 404, "unknown_tournament");
        assertRefused(
                calls.post(liv, plans, "{\"action\":\"cancel_tournament\"}"),
                400,
                "validation_failed");
    }

    @Test
    void live_operations_see_no_plan_about_what_a_player_has() {
        JsonNode plan = calls.planned(lead, "players/" + player.id(), SupportPlansTest.PLAN);

        assertRefused(calls.read(liv, plan), 403, "operator_role_missing");
        assertRefused(calls.execute(liv, plan), 403, "plan_of_another");

        assertThat(calls.read(lead, plan).statusCode()).isEqualTo(200);
    }
}
