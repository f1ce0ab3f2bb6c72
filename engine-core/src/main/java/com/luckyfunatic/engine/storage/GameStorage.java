package com.luckyfunatic.engine.storage;

/**
 * Everything the engine stores, behind its ports. Close it when the game is over; answers given
 * before stay kept.
 */
public interface GameStorage extends AutoCloseable {
    /** The players' states. */
    PlayerStore players();

    /** Who the players are. */
    PlayerDirectory directory();

    /** Follow-ups that wait. */
    FollowUpQueue followUps();

    /** Returns the greatest id that was ever stored, 0 for none; new ids must pass it. */
    long greatestId();

    /**
     * Finds out, within about a second, whether the storage can serve; one that always can does
     * nothing.
     *
     * @throws StorageUnavailableException when it cannot
     */
    default void checkAvailable() {}

    /** Closes it; later calls throw {@link StorageUnavailableException}. Again is no error. */
    @Override
    void close();
}
