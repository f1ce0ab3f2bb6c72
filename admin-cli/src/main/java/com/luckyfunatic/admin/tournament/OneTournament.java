package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.prize.PrizeForecast;
import com.luckyfunatic.engine.prize.PrizeForecasts;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command on one tournament and what it would pay. */
abstract class OneTournament extends StorageCommand {
    @Mixin private NamedTournament named;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    OneTournament() {}

    /** Does what the command is for; returns the exit code. */
    abstract int run(PrizeForecasts forecasts, PrizeForecast forecast);

    @Override
    protected void check() {
        named.id(spec());
    }

    @Override
    protected final int run(GameStorage opened) {
        TournamentId id = named.id(spec());
        PrizeForecasts forecasts = new PrizeForecasts(opened);
        Optional<PrizeForecast> forecast = forecasts.of(id);
        if (forecast.isEmpty()) {
            complain("There is no tournament " + id + ".");
            return ExitCodes.PROBLEMS;
        }
        return run(forecasts, forecast.get());
    }
}
