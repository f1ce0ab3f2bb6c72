package com.luckyfunatic.engine.prize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.prize.PrizeCommand.PayPrize;
import com.luckyfunatic.engine.prize.PrizeEvent.PrizePaid;
import com.luckyfunatic.engine.prize.PrizeResult.PrizeReceived;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrizePaymentTest {
    private static final TournamentId CUP = new TournamentId("cup");

    @ParameterizedTest
    @CsvSource({
        "FUNZ, 0, 10, 10",
        "JOKERS, 5, 10, 10",
        "FUNZ, 9007199254740981, 10, 10",
        "FUNZ, 9007199254740982, 10, 9",
        "JOKERS, 9007199254740991, 10, 0",
        "JOKERS, 1, 9007199254740991, 9007199254740990"
    })
    void pays_what_fits_and_tells_what_does_not(
            Currency currency, long held, long prize, long paid) {
        PlayerState state =
                currency == Currency.FUNZ
                        ? Players.fresh().wallet(held, 0).state()
                        : Players.fresh().wallet(0, held).state();
        PrizePaid event = new PrizePaid(CUP, 3, currency, paid, prize - paid);

        assertThat(PrizePayment.decide(state, new PayPrize(CUP, 3, currency, prize)))
                .isEqualTo(
                        Decision.accepted(
                                new PrizeReceived(CUP, 3, currency, paid, prize - paid), event));
        PlayerState after = PrizePayment.evolve(state, event);
        assertThat(after.wallet().balance(currency)).isEqualTo(held + paid);
        assertThat(event.funzDelta() + event.jokersDelta()).isEqualTo(paid);
    }

    @Test
    void a_prize_is_not_earned() {
        PlayerState state = Players.fresh().wallet(0, 0).state();

        PlayerState after =
                PrizePayment.evolve(state, new PrizePaid(CUP, 1, Currency.FUNZ, 500, 0));

        assertThat(after.wallet().funz()).isEqualTo(500);
        assertThat(after.wallet().funzEarned()).isEqualTo(state.wallet().funzEarned());
    }

    @Test
    void is_something_for_a_rank_and_kept_for_ever() {
        for (long no : new long[] {0, -1, Amounts.MAX + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PayPrize(CUP, 1, Currency.FUNZ, no));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayPrize(CUP, 0, Currency.FUNZ, 1));
        assertThat(new PayPrize(CUP, 1, Currency.FUNZ, 1).durability()).isEqualTo(Durability.HARD);
    }
}
