package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.engine.minigame.TournamentRuns;
import com.luckyfunatic.engine.tournament.EnteredRuns;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes what minigames are played with. */
@Factory
final class MinigameFactory {
    @Singleton
    TournamentRuns tournamentRuns(GameEngine engine) {
        return new EnteredRuns(engine.storage());
    }

    @Singleton
    BalloonRuns balloonRuns(GameEngine engine, TournamentRuns tournaments) {
        return new BalloonRuns(engine, tournaments);
    }

    @Singleton
    Minigames minigames(GameEngine engine, TournamentRuns tournaments) {
        return new Minigames(engine, tournaments, new SecureRandom());
    }
}
