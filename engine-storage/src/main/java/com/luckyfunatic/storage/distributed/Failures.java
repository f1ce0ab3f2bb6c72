package com.luckyfunatic.storage.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What failed of several things that are all to be tried: the first failure is thrown when that is
 * done. Not thread-safe.
 */
final class Failures {
    private final List<RuntimeException> all = new ArrayList<>();

    /** Returns what {@code attempt} gives; null when it fails, which is remembered. */
    <T extends @Nullable Object> @Nullable T attempt(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            all.add(e);
            return null;
        }
    }

    /** Returns what {@code attempt} gives; false when it fails, which is remembered. */
    boolean test(BooleanSupplier attempt) {
        Boolean result = attempt(attempt::getAsBoolean);
        return result != null && result;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Throws the first failure, if there was one; it has the others as suppressed. */
    void throwFirst() {
        if (!all.isEmpty()) {
            RuntimeException first = all.getFirst();
            all.subList(1, all.size()).forEach(first::addSuppressed);
            throw first;
        }
    }
}
