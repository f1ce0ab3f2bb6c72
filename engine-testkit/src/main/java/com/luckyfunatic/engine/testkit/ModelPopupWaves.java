package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.storage.PopupWaves;

/** The plainest waves. Thread-safe. */
public final class ModelPopupWaves implements PopupWaves {
    private long last;

    /** None yet. */
    public ModelPopupWaves() {}

    @Override
    public synchronized boolean begin(long nowMillis, long pauseMillis) {
        if (last != 0 && nowMillis - last < pauseMillis) {
            return false;
        }
        last = nowMillis;
        return true;
    }

    @Override
    public synchronized long last() {
        return last;
    }
}
