package com.luckyfunatic.benchmarks.crash;

/**
 * An answer as it came.
 *
 * @param status HTTP status
 * @param hit whether the server marked it as the stored answer to an earlier request
 * @param body JSON
 */
record Reply(int status, boolean hit, String body) {
    /** Whether the operation was carried out. */
    boolean isAccepted() {
        return status / 100 == 2;
    }

    /** Whether the server said that it does not know the outcome, or cannot tell it now. */
    boolean isUnknown() {
        return status / 100 == 5;
    }
}
