package com.luckyfunatic.server.raffle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of tickets.
 *
 * @param lines one for each purchase: the number of the first ticket, how many, and who holds them.
 *     The SHA-256 of all lines, each with a line feed behind it, is the {@code listHash}
 * @param next what to send as {@code after} for the part that follows; null at the end
 */
@Schema(
        example =
                "{\"lines\": [\"1 3 a1a1a1a1a1a1a1a1\", \"4 1 b2b2b2b2b2b2b2b2\", \"5 6"
                        + " c3c3c3c3c3c3c3c3\"], \"next\": null}")
public record TicketListView(List<String> lines, @Nullable Integer next) {}
