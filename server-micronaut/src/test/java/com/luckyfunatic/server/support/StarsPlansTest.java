package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.json;
import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What support plans about payments in Stars, over HTTP, with a Telegram on this machine. */
class StarsPlansTest extends StarsPlansScene {
    @Test
    void stars_go_back_once_and_what_was_given_stays() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        assertThat(plan.path("needsApproval").asBoolean(true)).isFalse();
        assertThat(plan.at("/before/payment/stars").asInt()).isEqualTo(25);
        assertThat(plan.at("/before/payment/given").asBoolean()).isTrue();
        assertThat(plan.at("/before/payment/refunded").asBoolean(true)).isFalse();
        assertThat(plan.at("/after/payment/refunded").asBoolean()).isTrue();
        assertThat(telegram.refunded()).isEmpty();

        JsonNode done = data(calls.execute(ada, plan));
        JsonNode again = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean(true)).isFalse();
        assertThat(done.at("/after/payment/refunded").asBoolean()).isTrue();
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(telegram.refunded()).containsExactly(CHARGE);
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
        assertThat(jokers()).isEqualTo(10);
        assertThat(notes()).isOne();
        assertThat(calls.recorded("ada").getLast().detail())
                .startsWith("refund 25 stars of stxAAA")
                .contains("; done before; after: 25 Stars went back");
        assertRefused(
                calls.post(ada, target + "/plans", refund(CHARGE)), 409, "stars_already_refunded");
    }

    @Test
    void more_than_one_person_may_alone_takes_two_and_no_more_goes_back_than_a_day_holds() {
        pay(2, CHARGE);
        JsonNode much = calls.planned(ada, target, refund(CHARGE));
        assertThat(much.path("needsApproval").asBoolean()).isTrue();
        assertRefused(calls.execute(ada, much), 409, "plan_not_approved");
        assertThat(telegram.refunded()).isEmpty();

        data(calls.approve(lead, much));
        data(calls.execute(ada, much));
        server.clock().advance(Duration.ofDays(1));
        pay(1, CHARGE + "2");
        data(calls.execute(ada, calls.planned(ada, target, refund(CHARGE + "2"))));

        assertThat(telegram.refunded()).containsExactlyInAnyOrder(CHARGE, CHARGE + "2");
    }

    @Test
    void a_day_holds_so_many_stars() {
        pay(2, CHARGE);
        server.storage()
                .supportPlans()
                .spend(
                        new Spending("x", new OperatorName("ada"), Budget.STARS, 11),
                        server.clock().millis() / Duration.ofDays(1).toMillis(),
                        60);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        data(calls.approve(lead, plan));

        assertRefused(calls.execute(ada, plan), 422, "operator_daily_limit_reached");

        assertThat(telegram.refunded()).isEmpty();
    }

    @Test
    void what_was_turned_away_and_stayed_with_telegram_goes_back() {
        String one = invoice(1);
        pay(2, CHARGE);
        String late = CHARGE + "2";
        // Telegram says that it does not know the payment.
        assertThat(tellPaid(1, one, late).statusCode()).isEqualTo(503);
        assertThat(telegram.refunded()).isEmpty();
        telegram.charge(player.telegramId(), late);

        JsonNode plan = calls.planned(ada, target, refund(late));
        JsonNode done = data(calls.execute(ada, plan));

        assertThat(plan.at("/before/payment/given").asBoolean(true)).isFalse();
        assertThat(done.at("/after/payment/refunded").asBoolean()).isTrue();
        assertThat(telegram.refunded()).containsExactly(late);
        assertThat(jokers()).isEqualTo(20);
    }

    @Test
    void a_payment_that_is_unknown_or_anothers_is_told() {
        pay(1, CHARGE);
        TestPlayer other = server.newPlayer();

        assertRefused(calls.post(ada, target + "/plans", refund("nope")), 404, "unknown_charge");
        assertRefused(
                calls.post(ada, "players/" + other.id() + "/plans", refund(CHARGE)),
                404,
                "unknown_charge");
        assertRefused(calls.post(ada, target + "/plans", refund(" ")), 400, "validation_failed");
        assertRefused(
                calls.post(ada, target + "/plans", refund("x".repeat(513))),
                400,
                "validation_failed");
        assertRefused(
                calls.post(
                        ada,
                        target + "/plans",
                        refund(CHARGE).replace("\"chargeId\"", "\"transferId\"")),
                400,
                "validation_failed");
        String liv = server.newOperator("liv", Role.LIVE_OPS);
        assertRefused(
                calls.post(liv, target + "/plans", refund(CHARGE)), 403, "operator_role_missing");
    }

    @Test
    void of_two_plans_for_one_payment_the_second_is_told() {
        pay(1, CHARGE);
        JsonNode first = calls.planned(ada, target, refund(CHARGE));
        JsonNode second = calls.planned(ada, target, refund(CHARGE));
        data(calls.execute(ada, first));

        assertRefused(calls.execute(ada, second), 409, "plan_outdated");
        assertRefused(calls.execute(ada, second), 409, "plan_outdated");

        assertThat(data(calls.read(ada, second)).path("outdated").asBoolean()).isTrue();
        assertThat(data(calls.execute(ada, first)).path("repeated").asBoolean()).isTrue();
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
    }

    @Test
    void who_repeats_a_plan_at_once_gives_back_once() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));

        List<HttpResponse<String>> answers = Together.run(8, _ -> calls.execute(ada, plan));

        assertThat(answers).allSatisfy(each -> assertThat(each.statusCode()).isEqualTo(200));
        assertThat(telegram.refunded()).containsExactly(CHARGE);
        assertThat(notes()).isOne();
    }

    @Test
    void what_telegram_has_given_back_when_nobody_knew_is_noted_by_the_same_plan_again() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.LOSES_THE_REPLY, Fault.LOSES_THE_REPLY);

        assertRefused(calls.execute(ada, plan), 503, "telegram_unavailable");
        assertThat(notes()).isZero();
        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.at("/after/payment/refunded").asBoolean()).isTrue();
        assertThat(telegram.refunded()).containsExactly(CHARGE);
        assertThat(notes()).isOne();
    }

    @Test
    void a_server_that_died_before_it_noted_anything_is_gone_on_with() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        // What it had done until then: it kept that it asks, and Telegram was asked, which tells.
        SupportPlan kept =
                server.storage().supportPlans().find(plan.path("planId").asText()).orElseThrow();
        server.storage()
                .starsRefunds()
                .replace(null, StarsRefund.of(kept, null, 1, server.clock().millis()));
        tellBack(25);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean()).isTrue();
        assertThat(notes()).isOne();
    }

    @Test
    void what_telegram_refuses_is_told_and_counts_for_nothing() {
        assertThat(tellPaid(1, invoice(1), CHARGE).statusCode()).isEqualTo(200);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));

        HttpResponse<String> refused = calls.execute(ada, plan);

        assertRefused(refused, 409, "stars_not_refunded");
        assertThat(json(refused).path("telegram").asText()).contains("CHARGE_NOT_FOUND");
        assertThat(notes()).isZero();
        assertThat(fits(60)).isTrue();
        telegram.charge(player.telegramId(), CHARGE);
        server.clock().advance(Duration.ofMillis(1));
        data(calls.execute(ada, calls.planned(ada, target, refund(CHARGE))));
        assertThat(telegram.refunded()).containsExactly(CHARGE);
        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");
    }
}
