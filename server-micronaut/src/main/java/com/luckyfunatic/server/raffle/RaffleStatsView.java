package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.raffle.Raffle;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a raffle goes.
 *
 * @param ticketsSold how many tickets are paid for
 * @param ticketsLeft how many can still be bought
 * @param players how many players hold one
 * @param winners how many tickets will win, or have won
 */
@Schema(example = "{\"ticketsSold\": 127, \"ticketsLeft\": 99873, \"players\": 31, \"winners\": 3}")
public record RaffleStatsView(int ticketsSold, int ticketsLeft, int players, int winners) {
    static RaffleStatsView of(Raffle raffle) {
        return new RaffleStatsView(
                raffle.sold(), raffle.left(), raffle.players(), raffle.definition().winners());
    }
}
