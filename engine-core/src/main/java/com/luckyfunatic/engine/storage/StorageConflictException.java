package com.luckyfunatic.engine.storage;

/** Too many others changed the same player at the same time; nothing was changed. Repeat. */
public final class StorageConflictException extends StorageException {
    private static final long serialVersionUID = 1;

    /** Says what failed, and why. */
    public StorageConflictException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what failed. */
    public StorageConflictException(String message) {
        super(message);
    }
}
