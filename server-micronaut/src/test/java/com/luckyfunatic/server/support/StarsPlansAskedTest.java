package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.json;
import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which plan has asked Telegram for Stars, and who may say that it gave them back. */
class StarsPlansAskedTest extends StarsPlansScene {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Carries a plan out; Telegram does it, and the process never learns of that. */
    private void executeWithoutAnAnswer(JsonNode plan) {
        telegram.misbehave(Fault.LOSES_THE_REPLY, Fault.LOSES_THE_REPLY);
        assertRefused(calls.execute(ada, plan), 503, "telegram_unavailable");
        assertThat(telegram.refunded()).contains(CHARGE);
    }

    /**
     * Begins to carry a plan out; Telegram does it and does not say so. To everybody else that
     * looks like a process that was killed while it waited.
     */
    private CompletableFuture<HttpResponse<String>> hangs(JsonNode plan)
            throws InterruptedException {
        telegram.misbehave(Fault.ANSWERS_LATE);
        CompletableFuture<HttpResponse<String>> hanging =
                CompletableFuture.supplyAsync(() -> calls.execute(ada, plan));
        telegram.awaitCall("refundStarPayment");
        return hanging;
    }

    @Test
    void a_refused_attempt_of_another_hides_nothing() throws Exception {
        pay(2, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        data(calls.approve(lead, plan));
        CompletableFuture<HttpResponse<String>> killed = hangs(plan);
        assertRefused(calls.execute(lead, plan), 403, "plan_of_another");
        tellBack(50);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean()).isTrue();
        assertThat(fits(11)).isFalse();
        telegram.release();
        data(killed.get());
    }

    @Test
    void of_two_plans_at_once_only_one_is_told_that_it_did_it() throws Exception {
        pay(1, CHARGE);
        JsonNode first = calls.planned(ada, target, refund(CHARGE));
        JsonNode second = calls.planned(ada, target, refund(CHARGE));
        CompletableFuture<HttpResponse<String>> waiting = hangs(first);

        assertRefused(calls.execute(ada, second), 409, "plan_outdated");

        telegram.release();
        data(waiting.get());
        assertRefused(calls.execute(ada, second), 409, "plan_outdated");
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
        assertThat(fits(35)).isTrue();
        assertThat(fits(36)).isFalse();
    }

    @Test
    void of_many_plans_in_one_moment_one_does_it() {
        pay(1, CHARGE);
        List<JsonNode> plans =
                List.of(
                        calls.planned(ada, target, refund(CHARGE)),
                        calls.planned(ada, target, refund(CHARGE)));

        List<HttpResponse<String>> answers =
                Together.run(8, i -> calls.execute(ada, plans.get(i % 2)));

        List<Integer> first =
                answers.stream().map(HttpResponse::statusCode).distinct().sorted().toList();
        assertThat(first).containsExactly(200, 409);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).statusCode()).isEqualTo(answers.get(i % 2).statusCode());
        }
        assertThat(notes()).isOne();
    }

    @Test
    void who_was_turned_away_by_a_limit_of_telegrams_has_not_asked() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.LIMITS);
        assertRefused(calls.execute(ada, plan), 503, "telegram_unavailable");
        telegram.refundByHand(CHARGE);
        tellBack(25);

        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");

        assertThat(fits(60)).isTrue();
        server.clock().advance(HOUR);
        assertRefused(calls.execute(ada, plan), 409, "plan_expired");
    }

    @Test
    void after_a_limit_of_telegrams_the_same_plan_goes_on_within_its_hour() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.LIMITS);
        assertRefused(calls.execute(ada, plan), 503, "telegram_unavailable");
        server.clock().advance(Duration.ofMinutes(1));

        data(calls.execute(ada, plan));

        assertThat(telegram.refunded()).containsExactly(CHARGE);
    }

    @Test
    void what_somebody_else_gave_back_is_noted_and_no_plans_doing() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.refundByHand(CHARGE);

        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");

        assertThat(notes()).isOne();
        assertThat(fits(60)).isTrue();
        assertRefused(calls.execute(ada, plan), 409, "plan_outdated");
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
        assertRefused(
                calls.post(ada, target + "/plans", refund(CHARGE)), 409, "stars_already_refunded");
    }

    @Test
    void what_the_same_plan_asked_before_it_may_call_its_own() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.LOSES_THE_REPLY);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.at("/after/payment/refunded").asBoolean()).isTrue();
        assertThat(telegram.calls("refundStarPayment")).hasSize(2);
        assertThat(notes()).isOne();
    }

    @Test
    void who_dies_after_the_note_is_told_that_it_is_done_also_after_the_hour() throws Exception {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        CompletableFuture<HttpResponse<String>> killed = hangs(plan);
        tellBack(25);
        server.clock().advance(HOUR);

        JsonNode done = data(calls.execute(ada, plan));

        assertThat(done.path("repeated").asBoolean()).isTrue();
        telegram.release();
        data(killed.get());
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
    }

    @Test
    void who_has_asked_goes_on_after_the_hour() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        executeWithoutAnAnswer(plan);
        server.clock().advance(HOUR);

        data(calls.execute(ada, plan));

        assertThat(notes()).isOne();
    }

    @Test
    void a_refusal_after_a_lost_answer_proves_nothing_and_releases_nothing() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        executeWithoutAnAnswer(plan);
        telegram.forget(CHARGE);

        assertRefused(calls.execute(ada, plan), 409, "stars_not_refunded");

        assertThat(fits(36)).isFalse();
        telegram.charge(player.telegramId(), CHARGE);
        data(calls.execute(ada, plan));
        assertThat(fits(36)).isFalse();
        assertThat(notes()).isOne();
    }

    @Test
    void a_refusal_after_a_lost_answer_in_the_same_call_proves_nothing_either() {
        assertThat(tellPaid(1, invoice(1), CHARGE).statusCode()).isEqualTo(200);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.LOSES_THE_REPLY);

        assertRefused(calls.execute(ada, plan), 409, "stars_not_refunded");

        assertThat(fits(36)).isFalse();
        telegram.charge(player.telegramId(), CHARGE);
        data(calls.execute(ada, plan));
    }

    @Test
    void json_of_a_proxy_is_no_refusal_and_releases_nothing() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        telegram.misbehave(Fault.TIMES_OUT_IN_JSON, Fault.TIMES_OUT_IN_JSON);

        assertRefused(calls.execute(ada, plan), 503, "telegram_unavailable");

        assertThat(fits(36)).isFalse();
        data(calls.execute(ada, plan));
        assertThat(notes()).isOne();
    }

    @Test
    void what_telegram_has_refused_stays_refused_for_that_plan() {
        assertThat(tellPaid(1, invoice(1), CHARGE).statusCode()).isEqualTo(200);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        assertRefused(calls.execute(ada, plan), 409, "stars_not_refunded");
        telegram.charge(player.telegramId(), CHARGE);
        server.clock().advance(HOUR);

        HttpResponse<String> again = calls.execute(ada, plan);

        assertRefused(again, 409, "stars_not_refunded");
        assertThat(json(again).path("telegram").asText()).contains("CHARGE_NOT_FOUND");
        assertThat(telegram.calls("refundStarPayment")).hasSize(1);
        assertThat(fits(60)).isTrue();
    }

    @Test
    void a_plan_that_is_made_after_the_hour_of_one_without_an_answer_takes_over() {
        pay(1, CHARGE);
        JsonNode left = calls.planned(ada, target, refund(CHARGE));
        executeWithoutAnAnswer(left);
        JsonNode early = calls.planned(lead, target, refund(CHARGE));
        assertRefused(calls.execute(lead, early), 409, "plan_outdated");
        server.clock().advance(HOUR);
        assertRefused(calls.execute(lead, early), 409, "plan_expired");

        data(calls.execute(lead, calls.planned(lead, target, refund(CHARGE))));

        assertRefused(calls.execute(ada, left), 409, "plan_expired");
        assertThat(telegram.refunded()).containsExactly(CHARGE);
        assertThat(notes()).isOne();
    }

    private void erasePlayer() {
        server.engine()
                .erase(
                        new CommandEnvelope(
                                PlayerId.parse(player.id()),
                                new OperationId("erase"),
                                server.clock().millis(),
                                Actor.Player.SELF,
                                new ErasePlayer()));
    }

    @Test
    void who_is_erased_while_an_answer_is_open_is_not_told_that_nothing_was_done() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        executeWithoutAnAnswer(plan);
        erasePlayer();

        HttpResponse<String> answer = calls.execute(ada, plan);

        assertRefused(answer, 409, "player_erased");
        assertThat(json(answer).path("detail").asText())
                .contains("the Stars may have gone back")
                .doesNotContain("Nothing was done");
        assertThat(fits(36)).isFalse();
    }

    @Test
    void who_is_erased_gets_nothing_back() {
        pay(1, CHARGE);
        JsonNode plan = calls.planned(ada, target, refund(CHARGE));
        erasePlayer();

        assertRefused(calls.execute(ada, plan), 409, "player_erased");
        assertRefused(calls.post(ada, target + "/plans", refund(CHARGE)), 409, "player_erased");

        assertThat(telegram.calls("refundStarPayment")).isEmpty();
        assertThat(fits(60)).isTrue();
    }
}
