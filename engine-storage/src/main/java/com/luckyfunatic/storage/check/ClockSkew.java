package com.luckyfunatic.storage.check;

import com.luckyfunatic.storage.check.Finding.Weight;
import java.time.Duration;
import java.util.Optional;

/** Judges how far the clocks of a database and of this machine are apart. */
public final class ClockSkew {
    private static final Duration DOUBTFUL = Duration.ofSeconds(1);

    /** What loading a player allows for when it looks for the changes after a snapshot. */
    private static final Duration UNSAFE = Duration.ofSeconds(60);

    private ClockSkew() {}

    /**
     * Returns what to say about a clock; nothing when it is right enough.
     *
     * @param compared whose clock it is compared with, as in "this machine's"
     * @param databaseMillis what the database said
     * @param beforeMillis the time by the other clock before it was asked
     * @param afterMillis the time by the other clock after it had answered
     */
    public static Optional<Finding> judge(
            String backend,
            String compared,
            long databaseMillis,
            long beforeMillis,
            long afterMillis) {
        long ahead =
                databaseMillis < beforeMillis
                        ? databaseMillis - beforeMillis
                        : Math.max(0, databaseMillis - afterMillis);
        Duration apart = Duration.ofMillis(Math.abs(ahead));
        if (apart.compareTo(DOUBTFUL) <= 0) {
            return Optional.empty();
        }
        boolean isUnsafe = apart.compareTo(UNSAFE) > 0;
        return Optional.of(
                new Finding(
                        backend,
                        isUnsafe ? Weight.UNSAFE : Weight.DOUBT,
                        "its clock is "
                                + apart.toMillis()
                                + " ms "
                                + (ahead > 0 ? "ahead of" : "behind")
                                + " "
                                + compared
                                + (isUnsafe
                                        ? ", so that changes could be overlooked when a player is"
                                                + " loaded"
                                        : "")
                                + "; synchronise both"));
    }
}
