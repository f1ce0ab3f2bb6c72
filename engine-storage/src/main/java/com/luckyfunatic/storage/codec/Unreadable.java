package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.storage.StorageException;

/** Words for what could not be read. */
public final class Unreadable {
    private Unreadable() {}

    /** Returns what {@code failure} says, and the first line of what its innermost cause says. */
    public static String reason(StorageException failure) {
        Throwable innermost = failure.getCause();
        if (innermost == null) {
            return String.valueOf(failure.getMessage());
        }
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String detail = String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return failure.getMessage() + ": " + detail;
    }
}
