package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeReceipt;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a player has paid for.
 *
 * @param tournamentId the tournament
 * @param name what players read
 * @param state what the tournament is now
 * @param number which entry of the tournament it was
 * @param fee what was paid
 * @param currency what it was paid in
 * @param enteredAt when
 * @param isRefunded whether it was given back, because the tournament was cancelled
 * @param rank where the player stood in the end; null before, and for who has no place
 * @param paid the prize that was paid for it; null for none, or none yet
 * @param isDisqualified whether the player was taken out of the tournament
 */
@Schema(
        example =
                "{\"tournamentId\": \"daily_stars_20780\", \"name\": \"Daily Stars\", \"state\":"
                        + " \"open\", \"number\": 41, \"fee\": 500, \"currency\": \"funz\","
                        + " \"enteredAt\": \"2026-11-23T09:12:00.000Z\", \"isRefunded\": false,"
                        + " \"rank\": null, \"paid\": null, \"isDisqualified\": false}")
public record HistoryEntryView(
        String tournamentId,
        String name,
        String state,
        long number,
        long fee,
        String currency,
        Instant enteredAt,
        boolean isRefunded,
        @Nullable Long rank,
        @Nullable Long paid,
        boolean isDisqualified) {
    static HistoryEntryView of(
            TournamentEntry entry,
            Tournament tournament,
            @Nullable FinalStanding standing,
            long nowMillis) {
        PrizeReceipt receipt = standing == null ? null : standing.receipt();
        return new HistoryEntryView(
                entry.tournament().value(),
                tournament.definition().name(),
                tournament.phase(nowMillis).code(),
                entry.number(),
                entry.fee(),
                Words.of(entry.currency()),
                Instant.ofEpochMilli(entry.atMillis()),
                entry.step() == EntryStep.REFUNDED,
                standing == null ? null : standing.rank(),
                receipt == null ? null : receipt.paid(),
                entry.disqualification() != null);
    }
}
