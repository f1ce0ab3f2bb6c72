package com.luckyfunatic.engine.storage;

/** The store belongs to one process at a time, and somebody has it. */
public final class StorageInUseException extends StorageNotOpenableException {
    private static final long serialVersionUID = 1;

    /** Says who has it, and how that was found out. */
    public StorageInUseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says who has it. */
    public StorageInUseException(String message) {
        super(message);
    }
}
