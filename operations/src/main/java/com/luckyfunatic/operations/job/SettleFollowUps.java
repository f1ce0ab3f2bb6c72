package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import java.time.Duration;

/**
 * Carries out commands which a player's change calls for, on another player, such as the reward for
 * a friend, or on the same one later, such as the completion of a quest. Thread-safe.
 */
public final class SettleFollowUps implements Job {
    /** What it is called. */
    public static final String NAME = "settle-follow-ups";

    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Carries out what one player's play owes another, such as referral rewards.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        long settled = 0;
        int batch;
        do {
            // Fewer than asked for is not the end: some of a batch may have to wait.
            batch = engine.settleFollowUps(AT_ONCE);
            settled += batch;
            progress.done(settled);
        } while (batch > 0 && !progress.isStopping());
        return settled;
    }
}
