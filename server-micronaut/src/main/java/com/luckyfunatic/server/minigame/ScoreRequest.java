package com.luckyfunatic.server.minigame;

import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param runToken the run's token
 * @param score whole points
 */
public record ScoreRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "Rk9SR0VE")
                @Nullable String runToken,
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "0",
                        maximum = "9007199254740991",
                        example = "128")
                @Nullable Long score) {
    /**
     * The token.
     *
     * @throws ProblemException when it is missing
     */
    String token() {
        if (runToken == null || runToken.isEmpty()) {
            throw ProblemException.invalidField("runToken", "must be a text and not empty");
        }
        return runToken;
    }

    /**
     * The points.
     *
     * @throws ProblemException when they are missing or no amount
     */
    long points() {
        return Fields.amount("score", score);
    }

    @Override
    public String toString() {
        return "ScoreRequest[score=" + score + "]";
    }
}
