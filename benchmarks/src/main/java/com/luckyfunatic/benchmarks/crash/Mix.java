package com.luckyfunatic.benchmarks.crash;

import java.util.random.RandomGenerator;

/**
 * What players do, in shares of 100.
 *
 * @param repeats of operations that were answered
 * @param twins one operation sent twice at once
 * @param pairs two operations sent at once
 * @param reads looks at the game; new operations take the rest
 * @param looksBehind after so many of 100 new operations the player looks at the game at once, at
 *     another server if there is one
 * @param taps of the new operations
 * @param cards bought, of the new operations
 * @param boosters of the new operations; claims of stories take the rest
 */
record Mix(
        int repeats,
        int twins,
        int pairs,
        int reads,
        int looksBehind,
        int taps,
        int cards,
        int boosters) {
    /** Many operations that must never be lost, and much repetition. */
    static final Mix HARD = new Mix(15, 5, 0, 0, 0, 60, 20, 12);

    /** Mostly taps, as in a running game. */
    static final Mix GAME = new Mix(5, 2, 0, 15, 0, 85, 8, 5);

    /**
     * Of 100 operations some 70 taps, 15 looks, 8 purchases and 5 claims, besides some repetition;
     * now and then a player does two things at once.
     */
    static final Mix FLEET = new Mix(5, 2, 5, 5, 12, 88, 6, 2);

    /** What is done next. */
    enum Action {
        REPEAT,
        TWINS,
        PAIR,
        READ,
        NEW
    }

    /** Draws what is done next. */
    Action next(RandomGenerator random) {
        int ticket = random.nextInt(100);
        if (ticket < repeats) {
            return Action.REPEAT;
        }
        if (ticket < repeats + twins) {
            return Action.TWINS;
        }
        if (ticket < repeats + twins + pairs) {
            return Action.PAIR;
        }
        return ticket < repeats + twins + pairs + reads ? Action.READ : Action.NEW;
    }

    /** Draws whether the player looks at the game right after a new operation. */
    boolean looksBehind(RandomGenerator random) {
        return random.nextInt(100) < looksBehind;
    }

    /** Draws what a new operation is about. */
    Intent.Kind nextKind(RandomGenerator random) {
        int ticket = random.nextInt(100);
        if (ticket < taps) {
            return Intent.Kind.TAP;
        }
        if (ticket < taps + cards) {
            return Intent.Kind.CARD;
        }
        return ticket < taps + cards + boosters ? Intent.Kind.BOOSTER : Intent.Kind.STORY;
    }
}
