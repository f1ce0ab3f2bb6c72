package com.luckyfunatic.engine.catalog;

import java.util.regex.Pattern;

/**
 * That content is, was or will be in force, by whom and why. The content itself is kept beside it,
 * under its version. Immutable.
 *
 * @param number which one, from 1, later ones greater; 0 before it is published
 * @param operation what it is published under, at most once; 1 to {@value #OPERATION_LENGTH_MAX} of
 *     {@code A-Za-z0-9_-}
 * @param version what the content calls itself, and changes that are decided under it name; 1 to
 *     {@link #VERSION_LENGTH_MAX} characters
 * @param hash of the content's document: SHA-256, 64 small hexadecimal digits
 * @param author who published it; 1 to {@value #AUTHOR_LENGTH_MAX} characters
 * @param reason why; 1 to {@value #REASON_LENGTH_MAX} characters
 * @param createdAtMillis when it was published, epoch milliseconds
 * @param activeFromMillis when it comes into force, epoch milliseconds, not before it was published
 * @param restores the number of the earlier release whose content this is; 0 for new content
 * @param cancelled whether it was called off before it came into force
 */
public record CatalogRelease(
        long number,
        String operation,
        String version,
        String hash,
        String author,
        String reason,
        long createdAtMillis,
        long activeFromMillis,
        long restores,
        boolean cancelled) {
    /** The most characters of what a release is published under. */
    public static final int OPERATION_LENGTH_MAX = 64;

    /** The most characters of a version. */
    public static final int VERSION_LENGTH_MAX = Limits.VERSION_MAX;

    /** The most characters of an author, in UTF-16. */
    public static final int AUTHOR_LENGTH_MAX = 100;

    /** The most characters of a reason, in UTF-16. */
    public static final int REASON_LENGTH_MAX = 500;

    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Checks the ranges. */
    public CatalogRelease {
        require(number >= 0, "number");
        require(OPERATION.matcher(operation).matches(), "operation");
        require(isText(version, VERSION_LENGTH_MAX), "version");
        require(HASH.matcher(hash).matches(), "hash");
        require(isText(author, AUTHOR_LENGTH_MAX), "author");
        require(isText(reason, REASON_LENGTH_MAX), "reason");
        require(createdAtMillis >= 0 && activeFromMillis >= createdAtMillis, "time");
        require(restores >= 0, "restored release");
    }

    private static boolean isText(String text, int lengthMax) {
        return !text.isBlank() && text.length() <= lengthMax;
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("a release's " + name + " is out of range");
        }
    }

    /** Returns it as it is once it has a number. */
    public CatalogRelease numbered(long newNumber) {
        return new CatalogRelease(
                newNumber,
                operation,
                version,
                hash,
                author,
                reason,
                createdAtMillis,
                activeFromMillis,
                restores,
                cancelled);
    }

    /** Returns it called off. */
    public CatalogRelease calledOff() {
        return new CatalogRelease(
                number,
                operation,
                version,
                hash,
                author,
                reason,
                createdAtMillis,
                activeFromMillis,
                restores,
                true);
    }

    /** Returns whether it has not come into force at {@code millis} and is still to. */
    public boolean isPlanned(long millis) {
        return !cancelled && activeFromMillis > millis;
    }
}
