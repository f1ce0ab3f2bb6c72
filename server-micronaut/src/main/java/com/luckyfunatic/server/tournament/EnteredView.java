package com.luckyfunatic.server.tournament;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.server.view.Examples;
import com.luckyfunatic.server.view.GameStateView;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The answer to an entry: what was paid, the tournament as it is now, and the whole game after it.
 *
 * @param paid what was paid
 * @param currency what it was paid in
 * @param tournament the tournament as it is now
 */
@Schema(
        example =
                "{\"paid\": 500, \"currency\": \"funz\", \"tournament\": {"
                        + TournamentDetailsView.MEMBERS
                        + "}, "
                        + Examples.GAME_MEMBERS
                        + "}")
public record EnteredView(
        long paid,
        String currency,
        TournamentDetailsView tournament,
        @JsonUnwrapped GameStateView game) {}
