package com.luckyfunatic.server.timetrial;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.timetrial.PersonalBest;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialRun;
import com.luckyfunatic.engine.timetrial.TimeTrialTarget;
import com.luckyfunatic.server.view.PrizeView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of the time trials, as its player sees it.
 *
 * @param gameId the minigame that it is a level of
 * @param minTimeMs nobody is faster
 * @param maxTimeMs how long after its start a try can be finished
 * @param targets times to beat, slowest first
 * @param bestTimeMs the player's shortest time; null for none
 * @param bestAt when it was run
 * @param rank where the player stands on the level's board; null for nowhere
 * @param run the try that goes on; null for none
 */
@Schema(
        example =
                """
                {"id": "thirty_stars", "name": "Thirty Stars",
                "description": "Catch thirty stars.", "gameId": "star_catcher",
                "minTimeMs": 8000, "maxTimeMs": 180000, "targets": [{"medal": "bronze",
                "timeMs": 45000, "reward": {"funz": 1000, "jokers": 0, "items": []},
                "isRewarded": true}], "bestTimeMs": 41200,
                "bestAt": "2026-01-01T00:00:41.200Z", "rank": 3, "run": null}
                """)
public record TimeTrialView(
        String id,
        String name,
        String description,
        String gameId,
        long minTimeMs,
        long maxTimeMs,
        List<Target> targets,
        @Nullable Long bestTimeMs,
        @Nullable Instant bestAt,
        @Nullable Long rank,
        @Nullable TryView run) {
    /**
     * A time to beat.
     *
     * @param medal bronze, silver or gold
     * @param timeMs who takes this long or less has met it
     * @param reward what meeting it for the first time pays
     * @param isRewarded whether the player was paid
     */
    public record Target(String medal, long timeMs, PrizeView reward, boolean isRewarded) {}

    static TimeTrialView of(
            TimeTrialDefinition trial, PlayerState state, @Nullable Long rank, Catalog catalog) {
        PersonalBest best = state.timeTrials().best(trial.id());
        TimeTrialRun run = state.timeTrials().active();
        return new TimeTrialView(
                trial.id().value(),
                trial.name(),
                trial.description(),
                trial.minigame().value(),
                trial.minTime().toMillis(),
                trial.maxTime().toMillis(),
                trial.targets().stream().map(target -> target(target, best, catalog)).toList(),
                best == null ? null : best.bestMillis(),
                best == null ? null : Instant.ofEpochMilli(best.atMillis()),
                rank,
                run == null || !run.trial().equals(trial.id())
                        ? null
                        : TryView.of(run, run.startedAtMillis() + trial.maxTime().toMillis()));
    }

    private static Target target(
            TimeTrialTarget target, @Nullable PersonalBest best, Catalog catalog) {
        return new Target(
                Words.of(target.medal()),
                target.time().toMillis(),
                PrizeView.of(target.reward(), catalog),
                best != null && best.medals().contains(target.medal()));
    }
}
