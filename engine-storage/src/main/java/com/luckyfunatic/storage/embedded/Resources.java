package com.luckyfunatic.storage.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What was opened and has to be closed again, last first, all of it even when some cannot be.
 * Thread-safe.
 */
final class Resources implements AutoCloseable {
    private final Deque<Resource> opened = new ArrayDeque<>();

    /** Something to close that throws only what a caller cannot be expected to mend. */
    interface Resource extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes {@code resource} over, and returns it. */
    synchronized <T extends Resource> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /**
     * Closes everything; again is no error.
     *
     * @throws RuntimeException what the first that failed threw, with those of the others
     */
    @Override
    public synchronized void close() {
        RuntimeException failure = closeAll();
        if (failure != null) {
            throw failure;
        }
    }

    /** Closes everything after {@code reason}, which learns of failures. */
    synchronized void closeAfter(Throwable reason) {
        RuntimeException failure = closeAll();
        if (failure != null) {
            reason.addSuppressed(failure);
        }
    }

    private @Nullable RuntimeException closeAll() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return first;
    }
}
