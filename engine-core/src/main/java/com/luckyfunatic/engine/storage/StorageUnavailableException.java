package com.luckyfunatic.engine.storage;

/**
 * The store is away or full. Whether the command took effect may be unknown: repeat it under the
 * same operation id.
 */
public final class StorageUnavailableException extends StorageException {
    private static final long serialVersionUID = 1;

    /** Says what failed, and why. */
    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what failed. */
    public StorageUnavailableException(String message) {
        super(message);
    }
}
