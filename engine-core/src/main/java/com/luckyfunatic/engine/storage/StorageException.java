package com.luckyfunatic.engine.storage;

/** A store could not do its part. The leaves say what a caller can do about it. */
public abstract class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the leaves. */
    protected StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For the leaves. */
    protected StorageException(String message) {
        super(message);
    }
}
