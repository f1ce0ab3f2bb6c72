package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.engine.ServerJobs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.transfer.FakePlatformApi;
import com.luckyfunatic.server.transfer.FakePlatformApi.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What support plans about transfers that are stuck, over HTTP, with a platform beside it. */
class TransferPlansTest {
    private static final String TOKEN = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    private static final String JOB = "send-transfers";
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final SettableClock platformClock = new SettableClock();
    private FakePlatformApi fake;
    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String target;
    private String ada;
    private String eve;
    private String lead;

    @BeforeEach
    void start() {
        fake = FakePlatformApi.start(new FakePlatform(each -> each.count() == 7), platformClock);
        server =
                GameServer.start(
                        Map.of(
                                "LARAVEL_API_TOKEN",
                                TOKEN,
                                "FUNATIC_PLATFORM_URL",
                                fake.uri().toString(),
                                "FUNATIC_PLATFORM_SECRET",
                                FakePlatformApi.SECRET,
                                "FUNATIC_WORKERS",
                                "false",
                                "FUNATIC_SUPPORT_DAILY_DECISIONS",
                                "3"),
                        TestCatalogs.full());
        calls = new PlanCalls(server);
        player = server.newPlayer();
        server.give(player, "shard", 10);
        platform(
                "/laravel/players/" + player.telegramId() + "/link",
                "{\"accountId\":\"" + UUID.randomUUID() + "\"}");
        target = "players/" + player.id();
        ada = server.newOperator("ada", Role.SUPPORT);
        eve = server.newOperator("eve", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
        fake.close();
    }

    private HttpResponse<String> platform(String path, String body) {
        return server.http().post(path, body, "Authorization", "Bearer " + TOKEN);
    }

    /** Time passes, and the job looks. */
    private void later(Duration duration) {
        server.clock().advance(duration);
        platformClock.set(server.clock().instant());
        server.http().bean(ServerJobs.class).runNow(JOB);
    }

    private String transfer(int count) {
        String body = "{\"itemId\":\"shard\",\"count\":" + count + "}";
        return TestPlayer.data(player.post("/inventory/transfers", body))
                .at("/transfer/transferId")
                .textValue();
    }

    /** A transfer of three that did or did not arrive, which nobody has said. */
    private String unknown(Fault fault) {
        fake.misbehave(fault);
        String id = transfer(3);
        later(Duration.ZERO);
        assertThat(status()).isEqualTo("unknown");
        return id;
    }

    private JsonNode row() {
        HttpResponse<String> all =
                server.http().get("/support/" + target + "/transfers", "Authorization", lead);
        return data(all).get(0);
    }

    private String status() {
        return row().path("status").asText();
    }

    private int held() {
        return server.engine()
                .player(PlayerId.parse(player.id()))
                .orElseThrow()
                .items()
                .count(new ItemId("shard"));
    }

    private double contradicted() {
        return server.http()
                .bean(MeterRegistry.class)
                .get("game.transfers")
                .tag("outcome", "contradicted")
                .counter()
                .count();
    }

    private static String body(String action, String id) {
        return "{\"action\":\""
                + action
                + "\",\"transferId\":\""
                + id
                + "\",\"reasonCode\":\"correction\",\"reason\":\"ticket 83\"}";
    }

    private JsonNode approved(String who, String action, String id) {
        JsonNode plan = calls.planned(who, target, body(action, id));
        data(calls.approve(lead, plan));
        return plan;
    }

    @Test
    void a_return_is_seen_first_approved_and_done_once() {
        String id = unknown(Fault.LOSES_THE_REQUEST);
        server.clock().advance(SETTLED);
        JsonNode plan = calls.planned(ada, target, body("return_transfer", id));
        assertThat(plan.path("needsApproval").asBoolean()).isTrue();
        assertThat(plan.at("/before/items").asInt()).isEqualTo(7);
        assertThat(plan.at("/after/items").asInt()).isEqualTo(10);
        assertThat(plan.at("/before/transfer/status").asText()).isEqualTo("unknown");
        assertThat(plan.at("/before/transfer/dueAt").isTextual()).isTrue();
        assertThat(plan.at("/after/transfer/status").asText()).isEqualTo("failed");
        assertThat(plan.at("/after/transfer/givenBack").asBoolean()).isTrue();
        assertThat(plan.at("/after/transfer/dueAt").isNull()).isTrue();

        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
        assertRefused(calls.approve(eve, plan), 403, "operator_role_missing");
        assertRefused(calls.approve(ada, plan), 403, "operator_role_missing");
        assertThat(held()).isEqualTo(7);
        data(calls.approve(lead, plan));
        assertRefused(calls.execute(eve, plan), 403, "plan_of_another");
        JsonNode done = data(calls.execute(ada, plan));
        JsonNode again = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertThat(done.at("/after/items").asInt()).isEqualTo(10);
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.at("/after/transfer/givenBack").asBoolean()).isTrue();
        assertThat(held()).isEqualTo(10);
        int asked = fake.calls().size();
        later(Duration.ofDays(1));
        assertThat(fake.calls()).hasSize(asked);
        assertThat(row().path("reason").asText())
                .startsWith("returned by plan " + plan.path("planId").asText());
        assertThat(calls.words("ada"))
                .containsExactly(
                        "make_plan DONE",
                        "execute_plan REFUSED",
                        "approve_plan REFUSED",
                        "execute_plan BEGUN",
                        "execute_plan DONE",
                        "execute_plan DONE");
        assertThat(calls.recorded("ada").getLast().detail())
                .startsWith("return transfer " + id + "; correction: ticket 83; done before")
                .endsWith("transfer failed, given back, items 10");
        assertRefused(
                calls.post(ada, target + "/plans", body("return_transfer", id)),
                409,
                "wrong_transfer_status");
    }

    @Test
    void what_may_still_arrive_is_not_returned() {
        String id = unknown(Fault.LOSES_THE_REQUEST);

        assertRefused(
                calls.post(ada, target + "/plans", body("return_transfer", id)),
                409,
                "transfer_not_settled");

        assertThat(calls.words("ada")).containsExactly("make_plan REFUSED");
    }

    @Test
    void a_second_person_always_confirms_what_the_platform_does_not() {
        String id = unknown(Fault.FAILS_AFTER);
        JsonNode plan = calls.planned(ada, target, body("confirm_transfer", id));
        assertThat(plan.at("/after/transfer/status").asText()).isEqualTo("confirmed");
        assertThat(plan.at("/after/items").asInt()).isEqualTo(7);
        assertRefused(calls.execute(ada, plan), 409, "plan_not_approved");
        data(calls.approve(lead, plan));

        List<HttpResponse<String>> answers = Together.run(4, _ -> calls.execute(ada, plan));
        JsonNode late = data(calls.execute(ada, plan));

        answers.forEach(PlanCalls::data);
        assertThat(late.path("repeated").asBoolean()).isTrue();
        assertThat(status()).isEqualTo("confirmed");
        later(Duration.ofDays(1));
        assertThat(held()).isEqualTo(7);
        assertThat(platform("/laravel/transfers/" + id + "/confirm", "{}").statusCode())
                .isEqualTo(200);
        assertThat(contradicted()).isZero();
    }

    @Test
    void one_person_has_the_platform_asked_again_now() {
        String id = unknown(Fault.FAILS_AFTER);
        JsonNode plan = calls.planned(ada, target, body("retry_transfer", id));
        assertThat(plan.path("needsApproval").asBoolean(true)).isFalse();
        assertThat(plan.at("/before/transfer/dueAt"))
                .isNotEqualTo(plan.at("/after/transfer/dueAt"));

        data(calls.execute(ada, plan));
        later(Duration.ZERO);

        assertThat(fake.calls()).filteredOn(each -> each.startsWith("POST")).hasSize(1);
        assertThat(status()).isEqualTo("confirmed");
        JsonNode again = data(calls.execute(ada, plan));
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.at("/after/transfer/status").asText()).isEqualTo("confirmed");
        assertThat(held()).isEqualTo(7);
    }

    @Test
    void a_plan_is_outdated_when_the_platform_has_said_it_meanwhile() {
        String id = unknown(Fault.FAILS_AFTER);
        server.clock().advance(SETTLED);
        JsonNode back = approved(ada, "return_transfer", id);
        later(Duration.ZERO);
        assertThat(status()).isEqualTo("confirmed");

        assertRefused(calls.execute(ada, back), 409, "plan_outdated");

        assertThat(data(calls.read(ada, back)).path("outdated").asBoolean()).isTrue();
        assertThat(held()).isEqualTo(7);
        for (String action : List.of("retry_transfer", "confirm_transfer", "return_transfer")) {
            assertRefused(
                    calls.post(ada, target + "/plans", body(action, id)),
                    409,
                    "wrong_transfer_status");
        }
    }

    @Test
    void of_two_who_decide_at_once_one_does() {
        String id = unknown(Fault.LOSES_THE_REQUEST);
        server.clock().advance(SETTLED);
        JsonNode back = approved(ada, "return_transfer", id);
        JsonNode confirm = approved(eve, "confirm_transfer", id);

        List<Integer> statuses =
                Together.run(
                        2,
                        i ->
                                (i == 0 ? calls.execute(ada, back) : calls.execute(eve, confirm))
                                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        boolean isReturned = status().equals("failed");
        assertThat(held()).isEqualTo(isReturned ? 10 : 7);
    }

    @Test
    void a_confirmation_after_a_return_is_refused_noted_and_counted_once() {
        String id = unknown(Fault.FAILS_AFTER);
        server.clock().advance(SETTLED);
        data(calls.execute(ada, approved(ada, "return_transfer", id)));

        List<Integer> answers =
                Collections.nCopies(2, "/laravel/transfers/" + id + "/confirm").stream()
                        .map(path -> platform(path, "{}"))
                        .peek(answer -> assertRefused(answer, 409, "transfer_failed"))
                        .map(HttpResponse::statusCode)
                        .toList();

        assertThat(answers).hasSize(2);
        assertThat(contradicted()).isEqualTo(1);
        assertThat(row().path("reason").asText()).startsWith("the platform says otherwise; ");
        assertThat(held()).isEqualTo(10);
    }

    @Test
    void what_is_no_transfer_of_the_player_is_no_plan_and_recorded() {
        String id = unknown(Fault.FAILS_AFTER);
        TestPlayer other = server.newPlayer();
        String retry = body("retry_transfer", id);

        assertRefused(
                calls.post(ada, "players/" + other.id() + "/plans", retry),
                404,
                "unknown_transfer");
        assertRefused(
                calls.post(ada, target + "/plans", body("retry_transfer", "0".repeat(32))),
                404,
                "unknown_transfer");
        assertThat(calls.words("ada")).containsExactly("make_plan REFUSED", "make_plan REFUSED");
        assertRefused(
                calls.post(ada, target + "/plans", body("retry_transfer", "x")),
                404,
                "unknown_transfer");
        assertRefused(
                calls.post(ada, target + "/plans", retry.replace("transferId", "itemId")),
                400,
                "validation_failed");
    }

    @Test
    void whoever_lacks_the_role_or_lost_it_does_nothing() {
        String id = unknown(Fault.FAILS_AFTER);
        String body = body("confirm_transfer", id);
        String liv = server.newOperator("liv", Role.LIVE_OPS);
        String auditor = server.newOperator("otto", Role.AUDITOR);
        assertRefused(calls.post(liv, target + "/plans", body), 403, "operator_role_missing");
        assertRefused(calls.post(auditor, target + "/plans", body), 403, "operator_role_missing");
        JsonNode plan = approved(ada, "confirm_transfer", id);
        assertThat(
                        server.storage()
                                .operators()
                                .setRoles(new OperatorName("ada"), Set.of(Role.LIVE_OPS)))
                .isTrue();

        assertRefused(calls.execute(ada, plan), 403, "operator_role_missing");

        assertThat(status()).isEqualTo("unknown");
    }

    @Test
    void a_day_holds_so_many_decisions() {
        String id = unknown(Fault.FAILS_AFTER);
        for (int i = 0; i < 3; i++) {
            data(calls.execute(ada, calls.planned(ada, target, body("retry_transfer", id))));
        }
        JsonNode fourth = calls.planned(ada, target, body("retry_transfer", id));

        assertRefused(calls.execute(ada, fourth), 422, "operator_daily_limit_reached");

        JsonNode others = calls.planned(eve, target, body("retry_transfer", id));
        data(calls.execute(eve, others));
    }

    @Test
    void a_repeat_under_its_key_is_the_plan_that_was_made() {
        String id = unknown(Fault.FAILS_AFTER);
        String[] key = {"Idempotency-Key", "k1"};
        JsonNode first = calls.planned(ada, target, body("confirm_transfer", id), key);
        later(Duration.ofHours(1).minusMinutes(1));
        assertThat(status()).isEqualTo("confirmed");

        JsonNode again = calls.planned(ada, target, body("confirm_transfer", id), key);

        assertThat(again.path("planHash")).isEqualTo(first.path("planHash"));
        assertThat(again.path("outdated").asBoolean()).isTrue();
        assertRefused(
                calls.post(ada, target + "/plans", body("return_transfer", id), key),
                422,
                "idempotency_key_reused");
    }
}
