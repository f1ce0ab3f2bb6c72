package com.luckyfunatic.engine.raffle;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleCommand.PayRafflePrize;
import com.luckyfunatic.engine.raffle.RaffleCommand.RefundTickets;
import com.luckyfunatic.engine.raffle.RaffleEvent.RafflePrizeWon;
import com.luckyfunatic.engine.raffle.RaffleEvent.TicketsPaid;
import com.luckyfunatic.engine.raffle.RaffleEvent.TicketsRefunded;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleNotOpen;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleRequirementsNotMet;
import com.luckyfunatic.engine.raffle.RaffleRefusal.TicketPriceChanged;
import com.luckyfunatic.engine.raffle.RaffleResult.RafflePrizeReceived;
import com.luckyfunatic.engine.raffle.RaffleResult.TicketsBought;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaffleRulesTest {
    private static final RaffleId WEEKLY = new RaffleId("weekly_3");
    private static final Requirement RANK_2 = new Requirement.ReachRank(2);
    private static final Requirement ONE_FRIEND = new Requirement.InviteFriends(1);
    private static final RaffleTerms TERMS = terms(Currency.FUNZ, 250);

    private static RaffleTerms terms(Currency currency, long price) {
        return new RaffleTerms(START, START + 1_000, List.of(RANK_2, ONE_FRIEND), currency, price);
    }

    static Stream<Row> purchases() {
        return Stream.of(
                Row.of(
                        "with all that there is",
                        able().wallet(750, 0),
                        buy(3, 250),
                        bought(3, Currency.FUNZ, 750)),
                Row.at(
                        999,
                        "at the last moment",
                        able(),
                        buy(1, 250),
                        bought(1, Currency.FUNZ, 250)),
                Row.of(
                        "for jokers",
                        able().wallet(0, 10),
                        new BuyTickets(WEEKLY, 2, 5, terms(Currency.JOKERS, 5)),
                        bought(2, Currency.JOKERS, 10)),
                Row.of(
                        "for nothing",
                        able().wallet(0, 0),
                        new BuyTickets(WEEKLY, 100, 0, terms(Currency.JOKERS, 0)),
                        bought(100, Currency.JOKERS, 0)));
    }

    static Stream<Row> refusals() {
        return Stream.of(
                refused(-1, "before it opens", able(), notOpen()),
                refused(1_000, "as it closes", able(), notOpen()),
                refused(
                        0,
                        "requirements",
                        Players.rich(),
                        new RaffleRequirementsNotMet(List.of(RANK_2, ONE_FRIEND))),
                refused(
                        0,
                        "one requirement",
                        Players.rich().rank(2),
                        new RaffleRequirementsNotMet(List.of(ONE_FRIEND))),
                Row.of(
                        "a lower price",
                        able().wallet(0, 0),
                        buy(1, 249),
                        Row.refused(new TicketPriceChanged(249, 250))),
                Row.of(
                        "a higher price",
                        able(),
                        buy(1, 251),
                        Row.refused(new TicketPriceChanged(251, 250))),
                refused(
                        0,
                        "one funz too few",
                        able().wallet(499, 0),
                        new InsufficientFunds(Currency.FUNZ, 500, 499)));
    }

    @ParameterizedTest
    @MethodSource({"purchases", "refusals"})
    void a_ticket_is_sold_on_the_terms_of_its_raffle(Row row) {
        row.check(TestCatalogs.standard());
    }

    @Test
    void what_tickets_cost_leaves_the_balance() {
        Play play = Play.from(TestCatalogs.standard(), able().wallet(1_000, 50));

        play.does(buy(3, 250));
        play.does(new BuyTickets(WEEKLY, 2, 5, terms(Currency.JOKERS, 5)));

        assertThat(play.state().wallet().funz()).isEqualTo(250);
        assertThat(play.state().wallet().jokers()).isEqualTo(40);
    }

    @Test
    void a_prize_is_paid_as_far_as_it_can_be_held() {
        Reward prize = new Reward(100, 2, List.of(new ItemStack(TICKET, 1_000)));
        Play play = Play.from(TestCatalogs.standard(), Players.fresh().wallet(Amounts.MAX - 60, 3));
        int most = Objects.requireNonNull(play.catalog().item(TICKET)).max();
        Reward paid = new Reward(60, 2, List.of(new ItemStack(TICKET, most)));
        Reward cut = new Reward(40, 0, List.of(new ItemStack(TICKET, 1_000 - most)));

        assertThat(play.resultOf(new PayRafflePrize(WEEKLY, 2, 17, prize)))
                .isEqualTo(new RafflePrizeReceived(WEEKLY, 2, paid));

        assertThat(play.lastEvents()).contains(new RafflePrizeWon(WEEKLY, 2, 17, paid, cut));
        assertThat(play.state().wallet().funz()).isEqualTo(Amounts.MAX);
        assertThat(play.state().wallet().jokers()).isEqualTo(5);
        assertThat(play.state().wallet().funzEarned()).isEqualTo(60);
        assertThat(play.state().items().count(TICKET)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"FUNZ, 100, 60, 40", "FUNZ, 60, 60, 0", "FUNZ, 0, 0, 0", "JOKERS, 5, 5, 0"})
    void what_tickets_cost_is_given_back_as_far_as_it_can_be_held(
            Currency currency, long amount, long paid, long cut) {
        Play play = Play.from(TestCatalogs.standard(), Players.fresh().wallet(Amounts.MAX - 60, 3));
        long before = play.state().wallet().balance(currency);

        assertThat(play.resultOf(new RefundTickets(WEEKLY, 7, 2, currency, amount)))
                .isEqualTo(Result.Done.DONE);

        TicketsRefunded event = new TicketsRefunded(WEEKLY, 7, 2, currency, paid, cut);
        assertThat(play.lastEvents()).containsExactly(event);
        assertThat(event.funzDelta() + event.jokersDelta()).isEqualTo(paid);
        assertThat(play.state().wallet().balance(currency)).isEqualTo(before + paid);
        // It was not earned.
        assertThat(play.state().wallet().funzEarned()).isZero();
    }

    @Test
    void the_operation_that_gives_back_the_last_ticket_of_the_longest_name_has_a_name() {
        assertThat(new RaffleId("x".repeat(48)).refundOperation(RaffleDefinition.TICKETS_MAX))
                .hasToString("~ticket:" + "x".repeat(48) + ":1000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, BuyTickets.QUANTITY_MAX + 1})
    void no_other_number_of_tickets_is_bought_at_once(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> buy(quantity, 250));
    }

    @Test
    void the_first_ones_drawn_get_the_first_prizes() {
        RaffleDefinition raffle = raffle(100, 5);

        assertThat(raffle.winners()).isEqualTo(3);
        assertThat(raffle.prize(1)).isEqualTo(Reward.ofFunz(9));
        assertThat(raffle.prize(2)).isEqualTo(Reward.ofFunz(1));
        assertThat(raffle.prize(3)).isEqualTo(Reward.ofFunz(1));
        assertThatIllegalArgumentException().isThrownBy(() -> raffle.prize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> raffle.prize(4));
    }

    @Test
    void a_raffle_that_makes_no_sense_is_not_allowed() {
        assertThatIllegalArgumentException().isThrownBy(() -> raffle(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> raffle(1_000_001, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> raffle(100, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> raffle(100, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(Currency.FUNZ, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Currency.FUNZ, RaffleTerms.PRICE_MAX + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RaffleTerms(5, 5, List.of(), Currency.FUNZ, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RafflePrize(1, Reward.NOTHING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RafflePrize(1_001, Reward.ofFunz(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RaffleId("x".repeat(49)));
    }

    @Test
    void the_operation_of_the_last_place_of_the_longest_name_has_a_name() {
        assertThat(new RaffleId("x".repeat(48)).prizeOperation(RaffleDefinition.WINNERS_MAX))
                .hasToString("~raffle:" + "x".repeat(48) + ":1000");
    }

    private static RaffleDefinition raffle(int ticketsMax, int limit) {
        return new RaffleDefinition(
                WEEKLY,
                "Weekly",
                "",
                TERMS,
                limit,
                ticketsMax,
                List.of(
                        new RafflePrize(1, Reward.ofFunz(9)),
                        new RafflePrize(2, Reward.ofFunz(1))));
    }

    private static Players able() {
        return Players.rich().rank(2).friends(1);
    }

    private static BuyTickets buy(int quantity, long price) {
        return new BuyTickets(WEEKLY, quantity, price, TERMS);
    }

    private static Decision bought(int quantity, Currency currency, long paid) {
        return Row.accepted(
                new TicketsBought(WEEKLY, quantity, currency, paid),
                new TicketsPaid(WEEKLY, quantity, currency, paid));
    }

    private static Refusal notOpen() {
        return new RaffleNotOpen(START, START + 1_000);
    }

    private static Row refused(long after, String name, Players player, Refusal reason) {
        return Row.at(after, name, player, buy(2, 250), Row.refused(reason));
    }
}
