package com.luckyfunatic.engine.testkit;

import java.util.random.RandomGenerator;

/**
 * Deaths of a process on a {@link MortalStorage}, each after so many calls as chance has it. Not
 * thread-safe.
 */
final class Deaths {
    private final RandomGenerator random;
    private final int callsMax;
    private final int count;
    private int died;
    private int left;

    /**
     * So many deaths, and then none.
     *
     * @param callsMax before each there are fewer calls
     */
    Deaths(int count, RandomGenerator random, int callsMax) {
        this.count = count;
        this.random = random;
        this.callsMax = callsMax;
        left = random.nextInt(callsMax);
    }

    /** What a process does while it lives. */
    interface Life {
        void run(MortalStorage.Fate fate);
    }

    /** Returns whether it died. */
    boolean live(Life life) {
        try {
            life.run(this::pass);
            return false;
        } catch (MortalStorage.Died e) {
            return true;
        }
    }

    /** Returns how many deaths there were. */
    int died() {
        return died;
    }

    private void pass() {
        if (died < count && left-- <= 0) {
            died++;
            left = random.nextInt(callsMax);
            throw new MortalStorage.Died();
        }
    }
}
