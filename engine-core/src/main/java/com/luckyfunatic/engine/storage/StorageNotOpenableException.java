package com.luckyfunatic.engine.storage;

/** The store cannot be opened as it is: in use, not writable, or written by a newer version. */
public class StorageNotOpenableException extends StorageException {
    private static final long serialVersionUID = 1;

    /** Says what failed, and why. */
    public StorageNotOpenableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what failed. */
    public StorageNotOpenableException(String message) {
        super(message);
    }
}
