package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.api.CursorCodec;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that go on before a number, or behind a place. Thread-safe. */
@Singleton
final class SupportCursors {
    private final CursorCodec codec;

    SupportCursors(CursorCodec codec) {
        this.codec = codec;
    }

    /**
     * Returns before which number a page begins.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when this list did not make the cursor
     */
    long before(String list, @Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : Long.parseLong(codec.decode(list, cursor));
    }

    /**
     * Returns behind which place a page begins; null for the first page.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when this list did not make the cursor
     */
    @Nullable String after(String list, @Nullable String cursor) {
        return cursor == null ? null : codec.decode(list, cursor);
    }

    /** Returns the cursor of what is behind {@code page}; null for nothing. */
    <T> @Nullable String nextAfter(String list, Page<T> page, Function<T, String> place) {
        return page.hasMore() ? codec.encode(list, place.apply(page.items().getLast())) : null;
    }

    /** Returns the cursor of what follows {@code page}; null for nothing. */
    <T> @Nullable String next(String list, Page<T> page, ToLongFunction<T> number) {
        return page.hasMore()
                ? codec.encode(list, Long.toString(number.applyAsLong(page.items().getLast())))
                : null;
    }
}
