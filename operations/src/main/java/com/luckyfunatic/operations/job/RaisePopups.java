package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import java.time.Duration;

/**
 * Begins a wave of popups when one is due. However often it is asked, and by however many, one
 * begins each wave. Thread-safe.
 */
public final class RaisePopups implements Job {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "raise-popups";
    }

    @Override
    public String description() {
        return "Lets every player with an unread popup be shown one, unless that was less than"
                + " three hours ago.";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public long run(GameEngine engine, Progress progress) {
        long begun = engine.beginPopupWave() ? 1 : 0;
        progress.done(begun);
        return begun;
    }
}
