package com.luckyfunatic.server.tournament;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.server.operation.Performed;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to an entry: what was paid for, and the whole game after it. It has nothing in it that
 * others change, so that a repeat looks like the first time.
 *
 * @param tournamentId the tournament
 * @param number which entry of the tournament it is, 1 for the first
 * @param paid what was paid
 * @param currency what it was paid in
 */
@Schema(
        example =
                "{\"tournamentId\": \"daily_stars_20780\", \"number\": 41, \"paid\": 500,"
                        + " \"currency\": \"funz\", "
                        + Examples.GAME_MEMBERS
                        + "}")
public record EnteredView(
        String tournamentId,
        long number,
        long paid,
        String currency,
        @JsonUnwrapped GameStateView game) {
    static EnteredView of(TournamentEntry entry, Performed entered) {
        return new EnteredView(
                entry.tournament().value(),
                entry.number(),
                entry.fee(),
                Words.of(entry.currency()),
                entered.game());
    }
}
