package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A raffle, as everybody sees it.
 *
 * @param raffleId its name in requests
 * @param name what players read
 * @param description what players read below the name
 * @param status {@code open} (or not open yet: see {@code opensAt}), {@code closed}, {@code
 *     frozen}, {@code drawn} or {@code done}; {@code cancelled}, and {@code refunded} when every
 *     price was given back
 * @param isOpen whether tickets are sold now
 * @param opensAt before this moment none is sold
 * @param closesAt from this moment on none is sold, and the draw begins
 * @param price of one ticket
 * @param currency what it is paid in
 * @param limitPerPlayer how many tickets a player can hold
 * @param ticketsMax how many tickets there are
 * @param ticketsLeft how many all players together can still buy; 0 when it is over
 * @param prizes what the first winners drawn get, and the next
 * @param commitment the SHA-256 of the seed that decides the draw; see {@code
 *     /public/raffles/{id}/proof}
 */
@Schema(example = RaffleView.EXAMPLE)
public record RaffleView(
        String raffleId,
        String name,
        String description,
        String status,
        boolean isOpen,
        Instant opensAt,
        Instant closesAt,
        long price,
        String currency,
        int limitPerPlayer,
        int ticketsMax,
        int ticketsLeft,
        List<Prize> prizes,
        String commitment) {
    static final String EXAMPLE =
            "{\"raffleId\": \"lucky_hat_tmjuohs00\", \"name\": \"The Lucky Hat\", \"description\":"
                    + " \"Three names out of one hat.\", \"status\": \"open\", \"isOpen\": true,"
                    + " \"opensAt\": \"2026-11-23T00:00:00.000Z\", \"closesAt\":"
                    + " \"2026-11-24T00:00:00.000Z\", \"price\": 250, \"currency\": \"funz\","
                    + " \"limitPerPlayer\": 20, \"ticketsMax\": 100000, \"ticketsLeft\": 99873,"
                    + " \"prizes\": [{\"winners\": 1, \"prize\": {\"funz\": 100000, \"jokers\": 10,"
                    + " \"items\": []}}], \"commitment\":"
                    + " \"630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd\"}";

    /** What so many winners get, each. */
    public record Prize(int winners, PrizeView prize) {
        static Prize of(RafflePrize prize, Catalog catalog) {
            return new Prize(prize.winners(), PrizeView.of(prize.reward(), catalog));
        }
    }

    static RaffleView of(Raffle raffle, long nowMillis, Catalog catalog) {
        RaffleDefinition definition = raffle.definition();
        RaffleTerms terms = definition.terms();
        return new RaffleView(
                raffle.id().value(),
                definition.name(),
                definition.description(),
                Words.of(raffle.step()),
                raffle.step() == RaffleStep.OPEN && terms.isOpen(nowMillis),
                Instant.ofEpochMilli(terms.opensAtMillis()),
                Instant.ofEpochMilli(terms.closesAtMillis()),
                terms.price(),
                Words.of(terms.currency()),
                definition.limitPerPlayer(),
                definition.ticketsMax(),
                raffle.buyable(nowMillis),
                definition.prizes().stream().map(each -> Prize.of(each, catalog)).toList(),
                raffle.secrets().commitment());
    }
}
