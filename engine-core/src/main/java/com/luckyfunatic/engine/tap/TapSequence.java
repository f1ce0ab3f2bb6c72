package com.luckyfunatic.engine.tap;

/**
 * The number a client gives to a tap: a counter per login session.
 *
 * @param session the login session, positive; later sessions have greater numbers
 * @param number 0 and above
 */
public record TapSequence(long session, long number) {
    /** Checks the ranges. */
    public TapSequence {
        if (session <= 0 || number < 0) {
            throw new IllegalArgumentException(
                    "a tap sequence is not negative, was " + number + " of session " + session);
        }
    }

    /** Returns what is equal for the same number of every session. */
    TapSequence inAnySession() {
        return new TapSequence(1, number);
    }
}
