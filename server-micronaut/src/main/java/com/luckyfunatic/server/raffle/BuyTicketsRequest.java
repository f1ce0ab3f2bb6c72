package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many tickets are to be bought.
 *
 * @param expectedPrice the price of one that the player saw; another one is refused
 * @param quantity how many; 1 when it is left out
 */
public record BuyTicketsRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "0",
                        maximum = "9007199254740991",
                        example = "250")
                @Nullable Long expectedPrice,
        @Schema(minimum = "1", maximum = "100", defaultValue = "1", example = "3")
                @Nullable Integer quantity) {
    /**
     * The command that it asks for.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when a field is missing or out of
     *     range
     */
    BuyTickets command(RaffleDefinition raffle) {
        return new BuyTickets(
                raffle.id(),
                quantity == null ? 1 : Fields.count("quantity", quantity, BuyTickets.QUANTITY_MAX),
                Fields.amount("expectedPrice", expectedPrice),
                raffle.terms());
    }
}
