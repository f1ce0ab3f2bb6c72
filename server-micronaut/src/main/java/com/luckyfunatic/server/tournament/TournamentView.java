package com.luckyfunatic.server.tournament;

import com.luckyfunatic.engine.prize.PrizeRules;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tournament as everybody sees it.
 *
 * @param tournamentId its name
 * @param name what players read
 * @param gameId the minigame that is played
 * @param state {@code scheduled}, {@code open}, {@code closing}, {@code ranked}, {@code paying},
 *     {@code done} or {@code cancelled}
 * @param opensAt from this moment on it takes entries
 * @param closesAt from this moment on it takes none
 * @param scoring what of a player's scores counts: {@code best}, {@code last}, {@code sum}, {@code
 *     count} or {@code average}
 * @param direction whether {@code higher} or {@code lower} scores are better
 * @param entryFee what an entry costs; 0 for nothing
 * @param currency what it is paid in
 * @param entriesPerPlayer how often a player can enter
 * @param entries how many entries were paid for
 * @param seats how many there are for all players together; null for no limit
 * @param seatsLeft how many of them can be had now; null for no limit
 * @param prizePool what there is to win so far, in {@code currency} of the prizes
 */
@Schema(example = TournamentView.EXAMPLE)
public record TournamentView(
        String tournamentId,
        String name,
        String gameId,
        String state,
        Instant opensAt,
        Instant closesAt,
        String scoring,
        String direction,
        long entryFee,
        String currency,
        int entriesPerPlayer,
        long entries,
        @Nullable Integer seats,
        @Nullable Long seatsLeft,
        long prizePool) {
    static final String MEMBERS =
            "\"tournamentId\": \"daily_stars_20780\", \"name\": \"Daily Stars\", \"gameId\":"
                + " \"star_catcher\", \"state\": \"open\", \"opensAt\":"
                + " \"2026-11-23T00:00:00.000Z\", \"closesAt\": \"2026-11-23T23:50:00.000Z\","
                + " \"scoring\": \"best\", \"direction\": \"higher\", \"entryFee\": 500,"
                + " \"currency\": \"funz\", \"entriesPerPlayer\": 1, \"entries\": 41, \"seats\":"
                + " 1000, \"seatsLeft\": 959, \"prizePool\": 25000";
    static final String EXAMPLE = "{" + MEMBERS + "}";

    static TournamentView of(Tournament tournament, long nowMillis) {
        TournamentDefinition definition = tournament.definition();
        boolean limited = definition.isLimited();
        return new TournamentView(
                definition.id().value(),
                definition.name(),
                definition.minigame().value(),
                tournament.phase(nowMillis).code(),
                Instant.ofEpochMilli(definition.opensAtMillis()),
                Instant.ofEpochMilli(definition.closesAtMillis()),
                word(definition.scoring().method()),
                word(definition.scoring().direction()),
                definition.entryFee(),
                Words.of(definition.currency()),
                definition.entriesPerPlayer(),
                tournament.entered(),
                limited ? definition.seats() : null,
                limited ? tournament.seatsLeft() : null,
                PrizeRules.pool(definition.prizes(), tournament.collected()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
