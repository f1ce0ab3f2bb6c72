package com.luckyfunatic.engine.storage;

import org.jspecify.annotations.Nullable;

/**
 * A round of a background job that is over.
 *
 * @param job the name of the job, 1 to 128 characters
 * @param owner which process did it, 1 to 128 characters
 * @param fence under which it did so, greater for every later owner; 0 where there is one process
 * @param beganAtMillis when it began, epoch milliseconds
 * @param tookMillis how long it took, not negative
 * @param done how many things were done; 0 for a round that failed
 * @param error why it failed, at most {@link #ERROR_LENGTH_MAX} characters; null when it did not
 * @param nextAtMillis when the next round is to begin, epoch milliseconds
 */
public record JobRun(
        String job,
        String owner,
        long fence,
        long beganAtMillis,
        long tookMillis,
        long done,
        @Nullable String error,
        long nextAtMillis) {
    /** The most characters of a job or an owner. */
    public static final int NAME_LENGTH_MAX = 128;

    /** The most characters of an error. */
    public static final int ERROR_LENGTH_MAX = 500;

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException when a part is out of its range
     */
    public JobRun {
        requireName(job);
        requireName(owner);
        if (fence < 0 || tookMillis < 0 || done < 0) {
            throw new IllegalArgumentException("fence, time and count are not negative");
        }
        if (error != null && error.length() > ERROR_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "an error has at most " + ERROR_LENGTH_MAX + " characters");
        }
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "jobs and owners have 1 to " + NAME_LENGTH_MAX + " characters");
        }
    }
}
