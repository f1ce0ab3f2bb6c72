package com.luckyfunatic.engine.storage;

/** What the store holds cannot be understood. A person has to look at it. */
public final class StorageCorruptException extends StorageException {
    private static final long serialVersionUID = 1;

    /** Says what failed, and why. */
    public StorageCorruptException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what failed. */
    public StorageCorruptException(String message) {
        super(message);
    }
}
