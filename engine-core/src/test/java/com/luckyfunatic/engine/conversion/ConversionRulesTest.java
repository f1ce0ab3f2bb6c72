package com.luckyfunatic.engine.conversion;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static com.luckyfunatic.engine.fixture.TestCatalog.TO_FUNZ;
import static com.luckyfunatic.engine.fixture.TestCatalog.TO_JOKERS;
import static com.luckyfunatic.engine.fixture.TestCatalog.TO_TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.conversion.ConversionCommand.Convert;
import com.luckyfunatic.engine.conversion.ConversionEvent.Converted;
import com.luckyfunatic.engine.conversion.ConversionRefusal.ConversionDailyLimitReached;
import com.luckyfunatic.engine.conversion.ConversionRefusal.ConversionTooLarge;
import com.luckyfunatic.engine.conversion.ConversionRefusal.UnknownConversion;
import com.luckyfunatic.engine.conversion.ConversionResult.ConversionMade;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.item.ItemRefusal.InsufficientItems;
import com.luckyfunatic.engine.item.ItemRefusal.ItemMaximumReached;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionRulesTest {
    private static final long TODAY = Days.epochDay(START);
    private static final long MIDNIGHT = Days.startOf(TODAY + 1);
    private static final ConversionId NOTHING = new ConversionId("nothing");

    static Stream<Row> conversions() {
        return Stream.of(
                made("the last joker", Players.fresh().wallet(0, 1), TO_FUNZ, 1, 1),
                made("as often as an operation allows", jokers(60), TO_FUNZ, 50, 50),
                made(
                        "the rest of the day",
                        jokers(60).conversions(used(TO_FUNZ, TODAY, 77)),
                        TO_FUNZ,
                        3,
                        80),
                made(
                        "a new day",
                        jokers(60).conversions(used(TO_FUNZ, TODAY - 1, 80)),
                        TO_FUNZ,
                        2,
                        2),
                made(
                        "without a limit a day",
                        Players.rich().conversions(used(TO_JOKERS, TODAY, 1L << 40)),
                        TO_JOKERS,
                        10,
                        (1L << 40) + 10),
                made(
                        "up to the largest balance",
                        Players.fresh().wallet(Amounts.MAX - 200, 5),
                        TO_FUNZ,
                        1,
                        1),
                made(
                        "up to the most of an item, with all that there is",
                        Players.fresh().wallet(200, 0).item(SHARD, 6).item(TICKET, 3),
                        TO_TICKET,
                        2,
                        2));
    }

    static Stream<Row> refusals() {
        return Stream.of(
                refused("unknown", Players.rich(), NOTHING, 1, new UnknownConversion(NOTHING)),
                refused("more than an operation allows", jokers(60), TO_FUNZ, 51, tooLarge(50)),
                refused(
                        "as much as any content could allow",
                        jokers(60),
                        TO_FUNZ,
                        Convert.COUNT_MAX,
                        tooLarge(50)),
                refused(
                        "more than the day allows still",
                        jokers(60).conversions(used(TO_FUNZ, TODAY, 77)),
                        TO_FUNZ,
                        4,
                        new ConversionDailyLimitReached(80, 3, MIDNIGHT)),
                refused(
                        "of a day that another server's clock is ahead in",
                        jokers(60).conversions(used(TO_FUNZ, TODAY + 1, 80)),
                        TO_FUNZ,
                        1,
                        new ConversionDailyLimitReached(80, 0, MIDNIGHT)),
                refused(
                        "a day that had more under other content",
                        jokers(60).conversions(used(TO_FUNZ, TODAY, 900)),
                        TO_FUNZ,
                        1,
                        new ConversionDailyLimitReached(80, 0, MIDNIGHT)),
                refused(
                        "one joker too few",
                        jokers(2),
                        TO_FUNZ,
                        3,
                        new InsufficientFunds(Currency.JOKERS, 3, 2)),
                refused(
                        "one funz too few",
                        Players.fresh().wallet(1_999, 0),
                        TO_JOKERS,
                        2,
                        new InsufficientFunds(Currency.FUNZ, 2_000, 1_999)),
                refused(
                        "one shard too few",
                        Players.rich().item(SHARD, 5),
                        TO_TICKET,
                        2,
                        new InsufficientItems(SHARD, 6, 5)),
                refused(
                        "one funz above the largest balance",
                        Players.fresh().wallet(Amounts.MAX - 199, 5),
                        TO_FUNZ,
                        1,
                        new BalanceCapReached(Currency.FUNZ, Amounts.MAX - 199)),
                refused(
                        "one joker above the largest balance",
                        Players.fresh().wallet(5_000, Amounts.MAX - 2),
                        TO_JOKERS,
                        3,
                        new BalanceCapReached(Currency.JOKERS, Amounts.MAX - 2)),
                refused(
                        "one ticket above what can be held",
                        Players.rich().item(SHARD, 6).item(TICKET, 4),
                        TO_TICKET,
                        2,
                        new ItemMaximumReached(TICKET, 5, 4)));
    }

    /** Each row has every reason that stands below it in the order of the refusals, too. */
    static Stream<Row> precedence() {
        Players poor =
                Players.fresh()
                        .wallet(0, Amounts.MAX)
                        .item(TICKET, 5)
                        .conversions(used(TO_TICKET, TODAY, 3));
        Players unlimited = Players.fresh().wallet(0, 0).item(TICKET, 5);
        return Stream.of(
                refused("too large before used up", poor, TO_TICKET, 3, tooLarge(2)),
                refused(
                        "used up before too poor",
                        poor,
                        TO_TICKET,
                        1,
                        new ConversionDailyLimitReached(3, 0, MIDNIGHT)),
                refused(
                        "too little funz before too few items",
                        unlimited,
                        TO_TICKET,
                        1,
                        new InsufficientFunds(Currency.FUNZ, 100, 0)),
                refused(
                        "too few items before too many afterwards",
                        Players.rich().item(TICKET, 5),
                        TO_TICKET,
                        1,
                        new InsufficientItems(SHARD, 3, 0)));
    }

    @ParameterizedTest
    @MethodSource({"conversions", "refusals", "precedence"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Convert.COUNT_MAX + 1, Integer.MAX_VALUE})
    void no_conversion_is_made_no_times_or_more_often_than_any_content_allows(int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Convert(TO_FUNZ, count));
    }

    @Test
    void what_is_converted_is_not_earned() {
        Play play = Play.from(TestCatalog.catalog(), jokers(60)).does(new Convert(TO_FUNZ, 50));

        assertThat(play.state().wallet().funz()).isEqualTo(10_000);
        assertThat(play.state().wallet().funzEarned()).isZero();
        assertThat(play.state().rank().rank()).isOne();
    }

    @Test
    void a_clock_that_goes_back_does_not_reset_a_day_and_midnight_does_once() {
        Play play = Play.from(TestCatalog.catalog(), jokers(1_000));
        play.at(MIDNIGHT - 1).does(new Convert(TO_FUNZ, 50)).does(new Convert(TO_FUNZ, 30));
        assertThat(play.refusalOf(new Convert(TO_FUNZ, 1))).isEqualTo(limitReached(MIDNIGHT));

        play.at(MIDNIGHT).does(new Convert(TO_FUNZ, 50)).does(new Convert(TO_FUNZ, 30));
        play.at(MIDNIGHT - 1);
        assertThat(play.refusalOf(new Convert(TO_FUNZ, 1)))
                .isEqualTo(limitReached(Days.startOf(TODAY + 2)));
        play.after(Duration.ofMillis(1));
        assertThat(play.refusalOf(new Convert(TO_FUNZ, 1)))
                .isEqualTo(limitReached(Days.startOf(TODAY + 2)));

        assertThat(play.state().wallet().jokers()).isEqualTo(1_000 - 160);
    }

    @Test
    void days_that_are_over_are_forgotten_with_the_next_conversion() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.rich())
                        .does(new Convert(TO_FUNZ, 1))
                        .does(new Convert(TO_JOKERS, 1));
        assertThat(play.state().conversions().uses()).hasSize(2);

        play.after(Duration.ofDays(1)).does(new Convert(TO_FUNZ, 7));

        assertThat(play.state().conversions()).isEqualTo(used(TO_FUNZ, TODAY + 1, 7));
    }

    @Test
    void statuses_show_what_is_left_of_the_day() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.rich())
                        .does(new Convert(TO_FUNZ, 50))
                        .does(new Convert(TO_JOKERS, 4));

        List<ConversionStatus> statuses = ConversionRules.statuses(play.state(), play.context());

        assertThat(statuses)
                .extracting(each -> each.definition().id())
                .containsExactly(TO_FUNZ, TO_JOKERS, TO_TICKET);
        assertThat(statuses).extracting(ConversionStatus::usedToday).containsExactly(50L, 4L, 0L);
        assertThat(statuses)
                .extracting(ConversionStatus::remainingToday)
                .containsExactly(30L, 10L, 3L);
        assertThat(statuses).extracting(ConversionStatus::resetsAtMillis).containsOnly(MIDNIGHT);
    }

    @Test
    void content_without_conversions_refuses_all_and_keeps_the_counts() {
        Play play =
                Play.from(TestCatalog.catalog(), jokers(200))
                        .does(new Convert(TO_FUNZ, 50))
                        .use(TestCatalogs.empty());
        assertThat(play.refusalOf(new Convert(TO_FUNZ, 1)))
                .isEqualTo(new UnknownConversion(TO_FUNZ));

        play.use(TestCatalog.catalog());

        assertThat(play.refusalOf(new Convert(TO_FUNZ, 31)))
                .isEqualTo(new ConversionDailyLimitReached(80, 30, MIDNIGHT));
    }

    private static Refusal limitReached(long resetsAtMillis) {
        return new ConversionDailyLimitReached(80, 0, resetsAtMillis);
    }

    private static ConversionTooLarge tooLarge(int max) {
        return new ConversionTooLarge(max);
    }

    private static Players jokers(long jokers) {
        return Players.fresh().wallet(0, jokers);
    }

    private static ConversionState used(ConversionId conversion, long day, long count) {
        return new ConversionState(List.of(new ConversionUse(conversion, day, count)));
    }

    private static Row made(
            String name, Players player, ConversionId conversion, int count, long countOnDay) {
        Reward from;
        Reward to;
        if (conversion.equals(TO_FUNZ)) {
            from = new Reward(0, count, List.of());
            to = Reward.ofFunz(200L * count);
        } else if (conversion.equals(TO_JOKERS)) {
            from = Reward.ofFunz(1_000L * count);
            to = new Reward(0, count, List.of());
        } else {
            from = new Reward(100L * count, 0, List.of(new ItemStack(SHARD, 3 * count)));
            to = Reward.ofItems(TICKET, count);
        }
        return Row.of(
                name,
                player,
                new Convert(conversion, count),
                Row.accepted(
                        new ConversionMade(conversion, count, from, to),
                        new Converted(conversion, count, from, to, TODAY, countOnDay)));
    }

    private static Row refused(
            String name, Players player, ConversionId conversion, int count, Refusal reason) {
        return Row.of(name, player, new Convert(conversion, count), Row.refused(reason));
    }
}
