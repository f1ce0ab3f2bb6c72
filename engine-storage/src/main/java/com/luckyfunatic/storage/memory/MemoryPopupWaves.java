package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.PopupWaves;

/** When the last wave began. Thread-safe. */
final class MemoryPopupWaves implements PopupWaves {
    private final OpenState open;
    private long last;

    MemoryPopupWaves(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized boolean begin(long nowMillis, long pauseMillis) {
        open.require();
        if (last != 0 && nowMillis - last < pauseMillis) {
            return false;
        }
        last = nowMillis;
        return true;
    }

    @Override
    public synchronized long last() {
        open.require();
        return last;
    }
}
