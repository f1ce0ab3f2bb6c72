package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.storage.PopupWaves;

/** Waves of popups that do one thing wrong. */
final class PopupFaults {
    private PopupFaults() {}

    abstract static class Broken extends BrokenStorage implements PopupWaves {
        Broken(PlainStorage right) {
            super(right);
        }

        @Override
        public final PopupWaves popupWaves() {
            return this;
        }

        @Override
        public long last() {
            return right.popupWaves().last();
        }
    }

    /** Forgets the pause. */
    static final class BeginsAlways extends Broken {
        BeginsAlways(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean begin(long nowMillis, long pauseMillis) {
            return right.popupWaves().begin(nowMillis, 0);
        }
    }

    /** Looks first and begins then: of two at once, both do. */
    static final class LooksFirst extends Broken {
        LooksFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean begin(long nowMillis, long pauseMillis) {
            boolean due = nowMillis - last() >= pauseMillis;
            meetAnother();
            right.popupWaves().begin(nowMillis, pauseMillis);
            return due;
        }
    }
}
