package com.luckyfunatic.server.minigame;

import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.Minigames;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.util.Map;

/** The error answers to what is refused of minigames. */
public final class MinigameProblems {
    private MinigameProblems() {}

    /** Returns the answer to {@code reason}. */
    public static ProblemException of(MinigameRefusal reason) {
        return switch (reason) {
            case UNKNOWN_MINIGAME -> problem(ProblemCode.UNKNOWN_MINIGAME);
            case UNKNOWN_TOURNAMENT -> problem(ProblemCode.UNKNOWN_TOURNAMENT);
            case TOURNAMENT_NOT_OPEN -> problem(ProblemCode.TOURNAMENT_NOT_OPEN);
            case NOT_ENTERED -> problem(ProblemCode.NOT_ENTERED);
            case TOO_MANY_RUNS ->
                    problem(ProblemCode.TOO_MANY_RUNS).with(Map.of("max", Minigames.OPEN_RUNS_MAX));
            case UNKNOWN_RUN -> problem(ProblemCode.UNKNOWN_RUN);
            case SCORE_NEGATIVE -> ProblemException.invalidField("score", "must not be negative");
            case SCORE_TOO_LARGE ->
                    ProblemException.invalidField("score", "must be at most 2^53 − 1");
            case RUN_SCORED -> problem(ProblemCode.RUN_SCORED);
            case RUN_EXPIRED -> problem(ProblemCode.RUN_EXPIRED);
        };
    }

    static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
