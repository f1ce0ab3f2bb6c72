package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.token.GameKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what the content sells can be played. */
public final class MinigameKeys {
    private MinigameKeys() {}

    /**
     * Makes sure that every minigame of a tournament or a time trial has a key: without one its
     * page is let in nowhere, and whoever pays to enter cannot play.
     *
     * @throws SettingsException when some have none
     */
    public static void requireForWhatIsPlayed(Catalog catalog, Settings settings) {
        Set<MinigameId> keys =
                settings.get(ServerSettings.MINIGAME_KEYS).stream()
                        .map(GameKey::game)
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (TournamentSeries series : catalog.tournaments()) {
            if (!keys.contains(series.minigame())
                    && !series.minigame().equals(BalloonRuns.MINIGAME)) {
                missing.add(series.minigame().value());
            }
        }
        for (TimeTrialDefinition trial : catalog.timeTrials()) {
            if (!keys.contains(trial.minigame())) {
                missing.add(trial.minigame().value());
            }
        }
        if (!missing.isEmpty()) {
            throw new SettingsException(
                    List.of(
                            "minigame-keys (FUNATIC_MINIGAME_KEYS) has no key for "
                                    + String.join(", ", missing)
                                    + ": the catalog has tournaments or time trials of it, which"
                                    + " nobody could play"));
        }
    }
}
