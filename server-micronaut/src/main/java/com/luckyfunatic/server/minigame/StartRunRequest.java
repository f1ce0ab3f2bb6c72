package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a run is started for.
 *
 * @param tournamentId a tournament that the player has entered; null for none
 */
public record StartRunRequest(@Schema(example = "spring_cup") @Nullable String tournamentId) {
    /**
     * The tournament; null for none.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when it cannot be one's name
     */
    @Nullable TournamentId tournament() {
        return tournamentId == null
                ? null
                : Fields.id(tournamentId, TournamentId::new, ProblemCode.UNKNOWN_TOURNAMENT);
    }
}
