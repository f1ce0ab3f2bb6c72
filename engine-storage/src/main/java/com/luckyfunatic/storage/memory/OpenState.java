package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.StorageUnavailableException;

/** Whether a storage is open. Thread-safe. */
final class OpenState {
    private volatile boolean closed;

    void close() {
        closed = true;
    }

    void require() {
        if (closed) {
            throw new StorageUnavailableException("the storage is closed");
        }
    }
}
