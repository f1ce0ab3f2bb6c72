package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.Optional;

/**
 * The storage under test: what an adapter's author writes once, for all contracts. Each test makes
 * its own fixture and closes it.
 *
 * <p>The storage need not be empty (tests use players of their own), but nobody else may use it
 * while a test runs.
 */
public interface StorageFixture extends AutoCloseable {
    /** In what this store differs from others. */
    StoreCapabilities capabilities();

    /**
     * Opens the storage. Of a durable one, a later call opens again what was closed, with all it
     * held.
     */
    GameStorage open();

    /**
     * Brings the friends' ranking and the queue of follow-ups up to date with the game, however far
     * they may lag; runs the job that does so, rather than waiting.
     */
    default void settle(GameStorage storage) {}

    /**
     * Stores another text as the command of a follow-up that waits, as a later version might have.
     *
     * @return what was stored before; empty when this store keeps no text
     */
    default Optional<String> exchangeCommand(
            GameStorage storage, PendingFollowUp followUp, String stored) {
        return Optional.empty();
    }

    /** Removes what the test has left: files, keys, tables. The storage is closed by then. */
    @Override
    default void close() {}
}
