package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.raffle.Raffle;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a raffle goes.
 *
 * @param ticketsSold how many tickets are paid for
 * @param ticketsLeft how many can still be bought; 0 when it is over
 * @param players how many players hold one
 * @param winners how many tickets will win, or have won: no more than are sold
 */
@Schema(example = "{\"ticketsSold\": 127, \"ticketsLeft\": 99873, \"players\": 31, \"winners\": 3}")
public record RaffleStatsView(int ticketsSold, int ticketsLeft, int players, int winners) {
    static RaffleStatsView of(Raffle raffle, long nowMillis) {
        return new RaffleStatsView(
                raffle.sold(), raffle.buyable(nowMillis), raffle.players(), raffle.winners());
    }
}
