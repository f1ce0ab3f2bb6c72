package com.luckyfunatic.server.raffle;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anyone needs to recompute a draw, beside the list of tickets. Names mean nothing outside
 * this raffle.
 *
 * @param raffleId its name
 * @param name what players read
 * @param status how far it is
 * @param closesAt when it closes, or did
 * @param places how many tickets win, if so many are sold
 * @param commitment the SHA-256 of the seed's 32 bytes, as shown since it was opened
 * @param tickets how many tickets are sold
 * @param listHash the SHA-256 of the list of tickets; null before it is frozen, and if the raffle
 *     was cancelled
 * @param serverSeed the seed; null before the draw
 * @param winners in the order in which they were drawn; none before the draw
 */
@Schema(
        example =
                "{\"raffleId\": \"lucky_hat_tmjuohs00\", \"name\": \"The Lucky Hat\", \"status\":"
                        + " \"done\", \"closesAt\": \"2026-11-23T00:00:00.000Z\", \"places\": 1,"
                        + " \"commitment\":"
                        + " \"630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd\","
                        + " \"tickets\": 10, \"listHash\":"
                        + " \"352ab7927d4d930535a7e7c9b26dfb9221ac3858184db96d6a51c4795209762c\","
                        + " \"serverSeed\":"
                        + " \"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\","
                        + " \"winners\": [{\"place\": 1, \"ticket\": 7, \"holder\":"
                        + " \"c3c3c3c3c3c3c3c3\", \"prize\": {\"funz\": 100000, \"jokers\": 10,"
                        + " \"items\": []}}]}")
public record RaffleProofView(
        String raffleId,
        String name,
        String status,
        Instant closesAt,
        int places,
        String commitment,
        int tickets,
        @Nullable String listHash,
        @Nullable String serverSeed,
        List<Winner> winners) {
    /** A ticket that was drawn, who holds it, and what it wins. */
    public record Winner(int place, int ticket, String holder, PrizeView prize) {
        static Winner of(Raffle raffle, RaffleWinner winner, Catalog catalog) {
            return new Winner(
                    winner.place(),
                    winner.ticket(),
                    raffle.secrets().holder(raffle.id(), winner.player()),
                    PrizeView.of(raffle.definition().prize(winner.place()), catalog));
        }
    }

    static RaffleProofView of(Raffle raffle, List<RaffleWinner> winners, Catalog catalog) {
        RaffleTerms terms = raffle.definition().terms();
        boolean isDrawn = raffle.step().isDrawn();
        return new RaffleProofView(
                raffle.id().value(),
                raffle.definition().name(),
                Words.of(raffle.step()),
                Instant.ofEpochMilli(terms.closesAtMillis()),
                raffle.definition().winners(),
                raffle.secrets().commitment(),
                raffle.sold(),
                raffle.step().isFrozen() ? raffle.listHash() : null,
                isDrawn ? raffle.secrets().seed() : null,
                isDrawn
                        ? winners.stream().map(each -> Winner.of(raffle, each, catalog)).toList()
                        : List.of());
    }
}
