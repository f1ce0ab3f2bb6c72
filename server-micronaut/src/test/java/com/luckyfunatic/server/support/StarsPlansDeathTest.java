package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.GameStorage;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that gives Stars back for a plan, and dies before or after each of its writes. */
class StarsPlansDeathTest extends StarsPlansScene {
    /** More than there are: counted, begun, asked, noted, ended, done. */
    private static final int WRITES_MAX = 8;

    private final MortalStorage process = new MortalStorage();

    @Override
    GameStorage seenByTheServer(GameStorage storage) {
        return process.around(storage);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_dies_gives_back_once_counts_once_and_is_told_so(boolean before) {
        int deaths = 0;
        for (int write = 1; write <= WRITES_MAX; write++) {
            String charge = CHARGE + write;
            anotherPlayerComes();
            pay(1, charge);
            JsonNode plan = calls.planned(ada, target, refund(charge));
            process.dieAt(write, before);
            HttpResponse<String> answer = calls.execute(ada, plan);
            boolean hasDied = process.restart();
            deaths += hasDied ? 1 : 0;
            assertThat(answer.statusCode()).isEqualTo(hasDied ? 503 : 200);
            boolean hasAsked = telegram.refunded().contains(charge);
            assertRefused(calls.execute(lead, plan), 403, "plan_of_another");

            if (hasAsked) {
                // What was asked for is gone on with, however late.
                server.clock().advance(Duration.ofHours(1));
            }
            data(calls.execute(ada, plan));

            assertThat(telegram.refunded()).contains(charge);
            assertThat(notes()).as("notes after write " + write).isOne();
            assertThat(fits(DAY_STARS - 25)).isTrue();
            assertThat(fits(DAY_STARS - 24)).as("counts after write " + write).isFalse();
            server.clock().advance(Duration.ofDays(1));
        }
        assertThat(deaths).isEqualTo(6);
    }

    /** Who dies while Telegram may have heard it cannot know better, and counts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_dies_over_stars_that_went_back_otherwise_notes_them_and_claims_none_for_sure(
            boolean before) {
        int unanswered = 0;
        int unrecorded = 0;
        for (int write = 1; write <= WRITES_MAX; write++) {
            String charge = CHARGE + write;
            anotherPlayerComes();
            pay(1, charge);
            JsonNode plan = calls.planned(ada, target, refund(charge));
            telegram.refundByHand(charge);
            process.dieAt(write, before);
            HttpResponse<String> answer = calls.execute(ada, plan);
            boolean hasDied = process.restart();
            // A refusal that cannot be recorded is answered all the same.
            boolean isRefused = answer.statusCode() == 409;
            assertThat(isRefused || (hasDied && answer.statusCode() == 503)).isTrue();
            unrecorded += isRefused && hasDied ? 1 : 0;
            boolean mayHaveDoneIt =
                    server.storage()
                            .starsRefunds()
                            .find(charge)
                            .filter(StarsRefund::mayHaveRefunded)
                            .isPresent();
            unanswered += mayHaveDoneIt ? 1 : 0;

            HttpResponse<String> again = calls.execute(ada, plan);

            if (mayHaveDoneIt) {
                data(again);
            } else {
                assertRefused(again, 409, "plan_outdated");
            }
            assertThat(notes()).as("notes after write " + write).isOne();
            assertThat(fits(DAY_STARS)).as("write " + write).isEqualTo(!mayHaveDoneIt);
            server.clock().advance(Duration.ofDays(1));
        }
        assertThat(unanswered).isOne();
        assertThat(unrecorded).isOne();
    }
}
