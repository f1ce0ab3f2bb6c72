package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.server.tournament.PrizePoolView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The prize pool of a tournament, as the platform sees it.
 *
 * @param tournamentId the tournament's name
 * @param name what players read
 * @param status {@code scheduled}, {@code open}, {@code closing}, {@code ranked}, {@code paying},
 *     {@code done} or {@code cancelled}; of a cancelled one nothing is paid
 * @param opensAt from this moment on it takes entries
 * @param closesAt from this moment on it takes none
 * @param entries how many entries were paid for
 * @param prizePool what there is to win, as players see it
 */
@Schema(
        example =
                """
                {"tournamentId": "daily_stars_20780", "name": "Daily Stars", "status": "open",
                "opensAt": "2026-11-23T00:00:00.000Z", "closesAt": "2026-11-23T23:50:00.000Z",
                "entries": 41, "prizePool": {"currency": "funz", "collected": 20500,
                "feeBps": 1000, "guaranteed": 25000, "pool": 25000, "prizes":
                [{"from": 1, "to": 1, "amount": 12500}, {"from": 2, "to": 3, "amount": 3750}]}}
                """)
public record PlatformPrizePoolView(
        String tournamentId,
        String name,
        String status,
        Instant opensAt,
        Instant closesAt,
        long entries,
        PrizePoolView prizePool) {
    static PlatformPrizePoolView of(Tournament tournament, long nowMillis) {
        TournamentDefinition definition = tournament.definition();
        return new PlatformPrizePoolView(
                definition.id().value(),
                definition.name(),
                tournament.phase(nowMillis).code(),
                Instant.ofEpochMilli(definition.opensAtMillis()),
                Instant.ofEpochMilli(definition.closesAtMillis()),
                tournament.entered(),
                PrizePoolView.of(tournament));
    }
}
