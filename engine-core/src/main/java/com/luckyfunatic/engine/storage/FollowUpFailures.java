package com.luckyfunatic.engine.storage;

/**
 * Attempts to carry a follow-up out that came to nothing.
 *
 * @param count how many; at least 0
 * @param lastAtMillis when the last one was, epoch milliseconds; 0 for none
 * @param lastReason what failed then, at most {@value #REASON_LENGTH_MAX} characters, none of them
 *     a control character; empty for none
 */
public record FollowUpFailures(int count, long lastAtMillis, String lastReason) {
    /** The most characters of a reason. */
    public static final int REASON_LENGTH_MAX = 200;

    /** None has failed. */
    public static final FollowUpFailures NONE = new FollowUpFailures(0, 0, "");

    /** Checks the ranges. */
    public FollowUpFailures {
        if (count < 0 || lastReason.length() > REASON_LENGTH_MAX) {
            throw new IllegalArgumentException("the failures of a follow-up are out of range");
        }
    }

    /** Returns these and one more; they are counted as far as an {@code int} goes. */
    public FollowUpFailures next(long atMillis, String reason) {
        return new FollowUpFailures(
                count == Integer.MAX_VALUE ? count : count + 1, atMillis, reason);
    }

    /** Returns {@code text} as a reason: on one line, and as much of it as one may have. */
    public static String reasonOf(String text) {
        StringBuilder line = new StringBuilder(REASON_LENGTH_MAX);
        for (int i = 0; i < text.length(); ) {
            int each = text.codePointAt(i);
            i += Character.charCount(each);
            if (line.length() + Character.charCount(each) > REASON_LENGTH_MAX) {
                break;
            }
            line.appendCodePoint(Character.isISOControl(each) ? ' ' : each);
        }
        return line.toString();
    }

    /** Returns what an attempt has thrown as a reason. */
    public static String reasonOf(RuntimeException failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return reasonOf(message == null ? name : name + ": " + message);
    }
}
