package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunScore;
import java.util.Locale;

/** A run in one line. */
final class RunLine {
    private RunLine() {}

    static String of(MinigameRun run) {
        RunScore score = run.score();
        RunFlag flag = score == null ? null : score.flag();
        return run.id()
                + "  player "
                + run.player()
                + "  "
                + run.minigame()
                + (run.tournament() == null ? "" : "  tournament " + run.tournament())
                + (score == null
                        ? ""
                        : "  score "
                                + score.score()
                                + " after "
                                + (score.atMillis() - run.startedAtMillis())
                                + " ms")
                + "  "
                + run.step().name().toLowerCase(Locale.ROOT)
                + (flag == null ? "" : "  " + flag.code());
    }
}
