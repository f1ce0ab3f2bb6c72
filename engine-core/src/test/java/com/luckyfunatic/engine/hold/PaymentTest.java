package com.luckyfunatic.engine.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleResult.TicketsBought;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.store.StoreResult.PurchaseMade;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tournament.TournamentCommand.Enter;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentResult.EntryPaid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which results are those of a payment, and of no other command under the same id. */
class PaymentTest {
    private static final Purchase HATS = new Purchase(new ListingId("hat"), 7, 2);
    private static final BuyTickets TICKETS =
            new BuyTickets(
                    new RaffleId("cat"), 3, 5, new RaffleTerms(0, 9, List.of(), Currency.FUNZ, 5));
    private static final Enter ENTRY = new Enter(new TournamentId("cup"), Currency.FUNZ, 5);

    static Stream<Arguments> results() {
        return Stream.of(
                Arguments.of(HATS, made("hat", 2), true),
                Arguments.of(HATS, made("hat", 1), false),
                Arguments.of(HATS, made("cap", 2), false),
                Arguments.of(HATS, Result.Done.DONE, false),
                Arguments.of(TICKETS, bought("cat", 3), true),
                Arguments.of(TICKETS, bought("cat", 2), false),
                Arguments.of(TICKETS, bought("dog", 3), false),
                Arguments.of(TICKETS, made("hat", 2), false),
                Arguments.of(ENTRY, paid("cup", 5), true),
                Arguments.of(ENTRY, paid("cup", 4), false),
                Arguments.of(ENTRY, paid("bowl", 5), false),
                Arguments.of(ENTRY, Result.Done.DONE, false),
                Arguments.of(new Tap(1), Result.Done.DONE, true));
    }

    private static Result made(String listing, int quantity) {
        return new PurchaseMade(
                new ListingId(listing), quantity, Currency.FUNZ, 7, Reward.ofFunz(1));
    }

    private static Result bought(String raffle, int quantity) {
        return new TicketsBought(new RaffleId(raffle), quantity, Currency.FUNZ, 5);
    }

    private static Result paid(String tournament, long fee) {
        return new EntryPaid(new TournamentId(tournament), Currency.FUNZ, fee);
    }

    @ParameterizedTest
    @MethodSource("results")
    void only_its_own_result_is_a_payments(Command payment, Result result, boolean isOwn) {
        assertThat(payment.gives(result)).isEqualTo(isOwn);
    }
}
