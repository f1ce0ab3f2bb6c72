package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans, lifted bans and ended logins by operators over HTTP. */
class AdmissionPlansTest {
    private static final String WHY = ",\"reasonCode\":\"abuse\",\"reason\":\"macros, ticket 7\"}";
    private static final String UNBAN = "{\"action\":\"unban\"" + WHY;
    private static final String END = "{\"action\":\"end_logins\"" + WHY;

    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String target;
    private String ada;
    private String eve;

    @BeforeEach
    void start() {
        server =
                GameServer.start(
                        Map.of("FUNATIC_SUPPORT_DAILY_DECISIONS", "4"), TestCatalogs.full());
        calls = new PlanCalls(server);
        player = server.newPlayer(100, 10);
        target = "players/" + player.id();
        ada = server.newOperator("ada", Role.SUPPORT);
        eve = server.newOperator("eve", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String ban(String until) {
        return "{\"action\":\"ban\",\"until\":\"" + until + "\"" + WHY;
    }

    private String inDays(int days) {
        return shown(server.clock().instant().plus(Duration.ofDays(days)));
    }

    private static String shown(Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    private int tap() {
        return player.post("/tap", "{\"taps\":1}").statusCode();
    }

    private JsonNode done(String who, String body) {
        return data(calls.execute(who, calls.planned(who, target, body)));
    }

    @Test
    void a_ban_is_seen_first_and_then_holds_until_its_end() {
        JsonNode plan = calls.planned(ada, target, ban(inDays(7)));
        assertThat(plan.at("/before/ban").isNull()).isTrue();
        assertThat(plan.at("/after/ban/until").asText()).isEqualTo(inDays(7));
        assertThat(plan.at("/after/ban/actor").asText()).isEqualTo("operator:ada");
        assertThat(plan.path("sequence").asLong(-1)).isZero();
        assertThat(tap()).isEqualTo(200);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.at("/after/ban/reason").asText()).isEqualTo("abuse: macros, ticket 7");
        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertRefused(player.post("/tap", "{\"taps\":1}"), 403, "banned");
        assertThat(calls.words("ada"))
                .containsExactly("make_plan DONE", "execute_plan BEGUN", "execute_plan DONE");
        assertThat(calls.recorded("ada").getLast().player()).isEqualTo(PlayerId.parse(player.id()));
        assertThat(calls.recorded("ada").getLast().detail())
                .startsWith(
                        "ban until 2026-01-08T00:00:00Z; abuse: macros, ticket 7; after: banned");
        server.clock().advance(Duration.ofDays(7));
        assertThat(tap()).isNotEqualTo(403);
    }

    @Test
    void who_lifts_a_ban_is_kept() {
        done(ada, ban("forever"));
        JsonNode plan = calls.planned(eve, target, UNBAN);
        assertThat(plan.at("/before/ban/until").isNull()).isTrue();
        assertThat(plan.at("/after/ban").isNull()).isTrue();

        data(calls.execute(eve, plan));

        assertThat(tap()).isEqualTo(200);
        AdmissionChange kept =
                server.storage()
                        .admissions()
                        .changed(OperationId.own("plan:" + plan.path("planId").asText()))
                        .orElseThrow();
        assertThat(kept.actor()).isEqualTo("operator:eve");
        Ban lifted = Objects.requireNonNull(kept.before().ban());
        assertThat(lifted.isForEver()).isTrue();
        assertThat(calls.recorded("eve").getLast().detail())
                .isEqualTo("unban; abuse: macros, ticket 7; after: not banned");
    }

    @Test
    void logins_end_when_the_plan_is_carried_out() {
        JsonNode plan = calls.planned(ada, target, END);
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(tap()).isEqualTo(200);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.at("/after/loginsEndedAt").asText())
                .isEqualTo(shown(server.clock().instant()));
        assertRefused(player.post("/tap", "{\"taps\":1}"), 401, "token_expired");
        assertThat(calls.recorded("ada").getLast().detail()).contains("end logins;");
    }

    @Test
    void a_plan_is_carried_out_once_for_ever() {
        JsonNode plan = calls.planned(ada, target, ban("forever"));
        data(calls.execute(ada, plan));
        done(eve, UNBAN);
        server.clock().advance(Duration.ofDays(400));

        JsonNode again = data(calls.execute(ada, plan));

        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.at("/after/ban/reason").asText()).contains("macros");
        assertThat(server.http().get("/support/" + target, "Authorization", ada).body())
                .contains("\"ban\":null");
    }

    @Test
    void a_plan_is_outdated_when_somebody_else_has_decided_meanwhile() {
        JsonNode first = calls.planned(ada, target, ban("forever"));
        done(eve, ban(inDays(1)));

        assertRefused(calls.execute(ada, first), 409, "plan_outdated");

        assertThat(data(calls.read(ada, first)).path("outdated").asBoolean()).isTrue();
        assertThat(calls.words("ada")).contains("execute_plan REFUSED");
        assertThat(server.http().get("/support/" + target, "Authorization", ada).body())
                .contains(inDays(1));
    }

    @Test
    void of_two_at_once_one_has_to_look_again_and_many_times_at_once_is_once() {
        JsonNode first = calls.planned(ada, target, ban("forever"));
        JsonNode second = calls.planned(eve, target, ban(inDays(1)));

        List<Integer> codes =
                Together.run(
                        10,
                        i ->
                                (i % 2 == 0
                                                ? calls.execute(ada, first)
                                                : calls.execute(eve, second))
                                        .statusCode());

        assertThat(codes).containsOnly(200, 409);
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(5);
    }

    @Test
    void a_day_has_room_for_so_many_decisions() {
        for (int i = 0; i < 4; i++) {
            done(ada, END);
        }

        JsonNode fifth = calls.planned(ada, target, END);

        assertRefused(calls.execute(ada, fifth), 422, "operator_daily_limit_reached");
        done(eve, END);
        server.clock().advance(Duration.ofDays(1));
        done(ada, END);
    }

    @Test
    void the_same_key_is_the_same_plan_whatever_has_happened_meanwhile() {
        JsonNode first = calls.planned(ada, target, ban("forever"), "Idempotency-Key", "k");
        done(eve, END);

        JsonNode again = calls.planned(ada, target, ban("forever"), "Idempotency-Key", "k");

        assertThat(again.path("planHash")).isEqualTo(first.path("planHash"));
        assertThat(again.path("outdated").asBoolean()).isTrue();
        assertRefused(
                calls.post(ada, target + "/plans", UNBAN, "Idempotency-Key", "k"),
                422,
                "idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"ban\"",
                "{\"action\":\"ban\",\"until\":\"\"",
                "{\"action\":\"ban\",\"until\":\"tomorrow\"",
                "{\"action\":\"ban\",\"until\":\"2001-01-01T00:00:00Z\"",
                "{\"action\":\"ban\",\"until\":\"2051-01-01T00:00:00\"",
                "{\"action\":\"Ban\",\"until\":\"forever\""
            })
    void a_ban_without_an_end_to_come_is_no_plan(String start) {
        assertRefused(calls.post(ada, target + "/plans", start + WHY), 400, "validation_failed");
    }

    @Test
    void nobody_decides_about_somebody_whom_there_is_not() {
        assertRefused(calls.post(ada, "players/7/plans", END), 404, "unknown_player");
    }
}
