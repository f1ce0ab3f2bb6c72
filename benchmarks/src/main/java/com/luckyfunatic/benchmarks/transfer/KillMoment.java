package com.luckyfunatic.benchmarks.transfer;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * When a server is killed.
 *
 * @param step in the middle of what
 * @param number of how many such steps of that server, from 1
 * @param delay how long after that step
 */
record KillMoment(Step step, int number, Duration delay) {
    /** Long enough that what follows a step may have begun, be under way, or be done. */
    private static final int DELAY_MICROS_MAX = 10_000;

    /** What a server is about. */
    enum Step {
        /** A request of it is on its way to the platform and comes after its death. */
        PLATFORM_IS_ASKED,
        /** The platform has done what was asked, and answers who is dead. */
        PLATFORM_HAS_DONE,
        /** The platform has answered. */
        PLATFORM_HAS_ANSWERED,
        /** A player's request is on its way to it. */
        PLAYER_ASKS;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Draws one among the first {@code stepsMax} steps of a server. */
    static KillMoment draw(SplittableRandom random, int stepsMax) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        Duration delay =
                switch (step) {
                    case PLATFORM_IS_ASKED, PLATFORM_HAS_DONE -> Duration.ZERO;
                    case PLATFORM_HAS_ANSWERED, PLAYER_ASKS ->
                            Duration.ofNanos(random.nextInt(DELAY_MICROS_MAX) * 1_000L);
                };
        return new KillMoment(step, 1 + random.nextInt(stepsMax), delay);
    }
}
