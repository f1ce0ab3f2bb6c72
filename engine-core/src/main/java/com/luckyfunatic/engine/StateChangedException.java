package com.luckyfunatic.engine;

/** A command was for a state that is another by now; nothing was done. */
public final class StateChangedException extends RuntimeException {
    private final long expected;
    private final long actual;

    /**
     * @param expected which change of the player it was for
     * @param actual which one is the last by now; 0 for none
     */
    public StateChangedException(long expected, long actual) {
        super("the state has seen change " + actual + " and was to be at " + expected);
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns which change of the player the command was for. */
    public long expected() {
        return expected;
    }

    /** Returns which change is the last by now; 0 for none. */
    public long actual() {
        return actual;
    }
}
