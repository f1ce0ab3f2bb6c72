package com.luckyfunatic.engine.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaffleTest {
    private static final Raffle OPEN =
            Raffle.of(
                    new RaffleDefinition(
                            new RaffleId("cat"),
                            "Cat",
                            "",
                            new RaffleTerms(0, 9, List.of(), Currency.FUNZ, 5),
                            5,
                            10,
                            List.of(new RafflePrize(1, Reward.ofFunz(5)))),
                    RaffleSecrets.random(new SplittableRandom(1)));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 5,",
        "4, 0, 0, 1,",
        "4, 0, 0, 2, ticket_limit_reached",
        "0, 3, 4, 3,",
        "0, 3, 4, 4, raffle_sold_out",
        "5, 0, 10, 1, raffle_sold_out"
    })
    void tickets_are_reserved_within_what_is_left_and_the_players_limit(
            int held, int reserved, int sold, int quantity, @Nullable String refused) {
        RaffleRefusal reason = OPEN.counting(reserved, sold, 1).whyNotReserved(held, quantity);

        assertThat(reason == null ? null : reason.code()).isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(value = RaffleStep.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void after_the_close_nothing_is_reserved(RaffleStep step) {
        assertThat(OPEN.at(RaffleStep.OPEN, step).whyNotReserved(0, 1))
                .isEqualTo(new RaffleRefusal.RaffleNotOpen(0, 9));
    }

    @ParameterizedTest
    @CsvSource({
        // step, list final, has winners, called off, to be done, can be called off
        "OPEN, false, false, false, true, true",
        "CLOSED, false, false, false, true, true",
        "FROZEN, true, false, false, true, true",
        "DRAWN, true, true, false, true, false",
        "DONE, true, true, false, false, false",
        "CANCELLED, false, false, true, false, false",
        "REFUNDED, false, false, true, false, false"
    })
    void each_step_says_what_is_so(
            RaffleStep step,
            boolean frozen,
            boolean drawn,
            boolean cancelled,
            boolean unfinished,
            boolean canBeCancelled) {
        assertThat(step.isFrozen()).isEqualTo(frozen);
        assertThat(step.isDrawn()).isEqualTo(drawn);
        assertThat(step.isCancelled()).isEqualTo(cancelled);
        assertThat(step.isUnfinished()).isEqualTo(unfinished);
        assertThat(step.canBeCancelled()).isEqualTo(canBeCancelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
                "0123456789abcdeg0123456789abcdef0123456789abcdef0123456789abcdef",
                "/123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                ":123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void a_secret_has_64_small_hexadecimal_digits(String text) {
        String good = "0123456789abcdef".repeat(4);

        assertThat(new RaffleSecrets(good, good).toString()).doesNotContain(good);
        assertThatThrownBy(() -> new RaffleSecrets(text, good))
                .hasMessageContaining("seed must be");
        assertThatThrownBy(() -> new RaffleSecrets(good, text))
                .hasMessageContaining("holderKey must be");
    }

    @ParameterizedTest
    @EnumSource(RaffleStep.class)
    void only_before_the_draw_it_can_be_cancelled(RaffleStep step) {
        boolean isInTime =
                switch (step) {
                    case OPEN, CLOSED, FROZEN -> true;
                    case DRAWN, DONE, CANCELLED, REFUNDED -> false;
                };

        assertThat(OPEN.at(RaffleStep.OPEN, step).cancelled().step())
                .isEqualTo(isInTime ? RaffleStep.CANCELLED : step);
    }

    @ParameterizedTest
    @EnumSource(
            value = RaffleStep.class,
            names = {"CANCELLED", "REFUNDED"})
    void what_is_cancelled_shows_no_list_and_no_seed(RaffleStep step) {
        assertThat(step.isFrozen()).isFalse();
        assertThat(step.isDrawn()).isFalse();
        assertThat(step.isUnfinished()).isFalse();
    }

    @Test
    void it_goes_from_the_step_it_is_at_only() {
        Raffle closed = OPEN.at(RaffleStep.OPEN, RaffleStep.CLOSED);

        assertThat(closed.step()).isEqualTo(RaffleStep.CLOSED);
        assertThat(closed.at(RaffleStep.OPEN, RaffleStep.DRAWN)).isEqualTo(closed);
        assertThat(closed.frozen("hash").step()).isEqualTo(RaffleStep.FROZEN);
        assertThat(closed.frozen("hash").listHash()).isEqualTo("hash");
    }

    @Test
    void nothing_can_be_bought_after_the_end_and_no_more_win_than_are_sold() {
        Raffle sold = OPEN.counting(2, 3, 1);
        Raffle closed = sold.at(RaffleStep.OPEN, RaffleStep.CLOSED);
        Raffle nobody = OPEN.at(RaffleStep.OPEN, RaffleStep.CLOSED).frozen("hash");

        assertThat(sold.buyable(8)).isEqualTo(5);
        assertThat(sold.buyable(9)).isZero();
        assertThat(closed.buyable(8)).isZero();
        assertThat(closed.winners()).isOne();
        assertThat(closed.frozen("hash").winners()).isOne();
        assertThat(nobody.winners()).isZero();
    }
}
