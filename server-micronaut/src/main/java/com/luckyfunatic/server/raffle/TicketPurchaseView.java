package com.luckyfunatic.server.raffle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.raffle.RaffleResult;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to a purchase of tickets, and the whole game after it.
 *
 * @param raffleId of which raffle
 * @param quantity how many were bought
 * @param first the number of the first one; the others follow it
 * @param currency what they were paid in
 * @param paid what was paid for all of them
 */
@Schema(
        example =
                "{\"raffleId\": \"lucky_hat_tmjuohs00\", \"quantity\": 3, \"first\": 17,"
                        + " \"currency\": \"funz\", \"paid\": 750, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record TicketPurchaseView(
        String raffleId,
        int quantity,
        int first,
        String currency,
        long paid,
        @JsonUnwrapped GameStateView game) {
    static TicketPurchaseView of(
            Performed bought, RaffleResult.TicketsBought made, TicketReservation sold) {
        return new TicketPurchaseView(
                made.raffle().value(),
                made.quantity(),
                sold.first(),
                Words.of(made.currency()),
                made.paid(),
                bought.game());
    }
}
