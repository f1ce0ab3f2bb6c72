package com.luckyfunatic.engine.testkit.servers;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A server that all test classes of a JVM use.
 *
 * @param <A> the type of its address
 * @param address what a test class gets that is known by a unique name
 * @param cleanUp removes what a test class with this address has left, where the server outlives us
 * @param end stops the server, if it is ours
 */
record SharedServer<A>(Function<String, A> address, Consumer<A> cleanUp, Runnable end)
        implements AutoCloseable {
    /** A server that disappears with everything in it. */
    static <A> SharedServer<A> ofOurs(Function<String, A> address, Runnable end) {
        return new SharedServer<>(address, _ -> {}, end);
    }

    /** A server that was there before us. */
    static <A> SharedServer<A> given(Function<String, A> address, Consumer<A> cleanUp) {
        return new SharedServer<>(address, cleanUp, () -> {});
    }

    @Override
    public void close() {
        end.run();
    }
}
