package com.luckyfunatic.operations.job;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The parts of a round, of which none keeps another from its turn. Not thread-safe. */
final class Attempts {
    private @Nullable RuntimeException failure;

    /** Returns what {@code part} returns, 0 when it fails. */
    int at(IntSupplier part) {
        try {
            return part.getAsInt();
        } catch (RuntimeException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
            return 0;
        }
    }

    /** Throws what the first part that failed threw, if one did. */
    void orThrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
