package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/**
 * A minigame, as clients see it.
 *
 * @param url where its page is, a path on this server or an https address
 * @param image its picture, likewise
 * @param minDurationSeconds what a run takes at least
 * @param maxDurationSeconds how long after its start a run's score is taken
 * @param maxScore the most that a run can bring
 * @param scoring what of a player's scores counts on its board: best, last, sum, count or average
 * @param direction which scores are better: higher or lower
 */
@Schema(
        example =
                """
                {"id": "star_catcher", "name": "Star Catcher",
                "description": "Stars fall over the fair.",
                "url": "/games/star-catcher/index.html",
                "image": "/games/star-catcher/icon.svg", "minDurationSeconds": 15,
                "maxDurationSeconds": 120, "maxScore": 400, "scoring": "best",
                "direction": "higher"}
                """)
public record MinigameView(
        String id,
        String name,
        String description,
        String url,
        String image,
        long minDurationSeconds,
        long maxDurationSeconds,
        long maxScore,
        String scoring,
        String direction) {
    static MinigameView of(MinigameDefinition game) {
        return new MinigameView(
                game.id().value(),
                game.name(),
                game.description(),
                game.url(),
                game.image(),
                game.minDuration().toSeconds(),
                game.maxDuration().toSeconds(),
                game.maxScore(),
                game.scoring().method().name().toLowerCase(Locale.ROOT),
                game.scoring().direction().name().toLowerCase(Locale.ROOT));
    }
}
