package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.raffle.SoldTickets;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The player's tickets of a raffle.
 *
 * @param holder the name that the player has in the raffle's public list
 * @param tickets in the order of their numbers, those bought together as one
 * @param nextCursor where the list goes on; null at its end
 */
@Schema(
        example =
                "{\"holder\": \"9e3eeffde11d0bd1\", \"tickets\": [{\"first\": 17, \"count\": 3}],"
                        + " \"nextCursor\": null}")
public record MyTicketsView(String holder, List<Block> tickets, @Nullable String nextCursor) {
    /** So many tickets with consecutive numbers. */
    public record Block(int first, int count) {
        static Block of(SoldTickets tickets) {
            return new Block(tickets.first(), tickets.count());
        }
    }
}
