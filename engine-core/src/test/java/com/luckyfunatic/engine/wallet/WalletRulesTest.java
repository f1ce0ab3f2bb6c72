package com.luckyfunatic.engine.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletRulesTest {
    private static final String REASON = "a reason";

    static Stream<Row> rows() {
        return Stream.of(
                adjusted("more funz", 10, 0, Currency.FUNZ, 5),
                adjusted("more jokers", 0, 10, Currency.JOKERS, 5),
                adjusted("all funz", 10, 0, Currency.FUNZ, -10),
                adjusted("all jokers", 0, 10, Currency.JOKERS, -10),
                adjusted("up to the cap", 10, 0, Currency.FUNZ, Amounts.MAX - 10),
                row(
                        "one funz more than is held",
                        10,
                        99,
                        Currency.FUNZ,
                        -11,
                        Row.refused(new InsufficientFunds(Currency.FUNZ, 11, 10))),
                row(
                        "one joker more than is held",
                        99,
                        10,
                        Currency.JOKERS,
                        -11,
                        Row.refused(new InsufficientFunds(Currency.JOKERS, 11, 10))),
                row(
                        "one beyond the cap",
                        10,
                        0,
                        Currency.FUNZ,
                        Amounts.MAX - 9,
                        Row.refused(new BalanceCapReached(Currency.FUNZ, 10))),
                row(
                        "the largest credit on the largest balance",
                        0,
                        Amounts.MAX,
                        Currency.JOKERS,
                        Amounts.MAX,
                        Row.refused(new BalanceCapReached(Currency.JOKERS, Amounts.MAX))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Amounts.MAX + 1, -Amounts.MAX - 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void nothing_and_more_than_an_amount_are_no_adjustment(long delta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustBalance(Currency.FUNZ, delta, REASON));
    }

    @Test
    void a_reason_is_given_in_at_most_200_characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustBalance(Currency.FUNZ, 1, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustBalance(Currency.FUNZ, 1, "r".repeat(201)));
        assertThatCode(() -> new AdjustBalance(Currency.FUNZ, 1, "r".repeat(200)))
                .doesNotThrowAnyException();
    }

    @Test
    void earning_counts_for_life_and_spending_does_not() {
        Wallet wallet = new Wallet(10, 20, 30).earnFunz(5).change(Currency.FUNZ, -15);

        assertThat(wallet).isEqualTo(new Wallet(0, 20, 35));
        assertThat(wallet.change(Currency.JOKERS, 1)).isEqualTo(new Wallet(0, 21, 35));
        assertThat(wallet.balance(Currency.FUNZ)).isZero();
        assertThat(wallet.balance(Currency.JOKERS)).isEqualTo(20);
    }

    @Test
    void what_was_earned_in_life_stays_at_the_cap() {
        assertThat(new Wallet(0, 0, Amounts.MAX - 1).earnFunz(5))
                .isEqualTo(new Wallet(5, 0, Amounts.MAX));
    }

    @Test
    void a_balance_never_leaves_its_range() {
        Wallet wallet = new Wallet(Amounts.MAX, 0, 0);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> wallet.earnFunz(1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> wallet.change(Currency.JOKERS, -1));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0",
        "0, -1, 0",
        "0, 0, -1",
        "9007199254740992, 0, 0",
        "0, 0, 9007199254740992"
    })
    void there_is_no_wallet_out_of_range(long funz, long jokers, long funzEarned) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(funz, jokers, funzEarned));
    }

    private static Row adjusted(
            String name, long funz, long jokers, Currency currency, long delta) {
        return row(
                name,
                funz,
                jokers,
                currency,
                delta,
                Row.accepted(Result.Done.DONE, new BalanceAdjusted(currency, delta, REASON)));
    }

    private static Row row(
            String name, long funz, long jokers, Currency currency, long delta, Decision expected) {
        return Row.of(
                name,
                Players.fresh().wallet(funz, jokers),
                new AdjustBalance(currency, delta, REASON),
                expected);
    }
}
