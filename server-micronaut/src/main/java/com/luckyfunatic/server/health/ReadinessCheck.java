package com.luckyfunatic.server.health;

/**
 * One thing that must work before the game can be played. Beans of this type are found by
 * themselves.
 */
public interface ReadinessCheck {
    /** What is checked, in one word: {@code redis}. */
    String name();

    /** Whether nothing at all can be played without it. */
    default boolean essential() {
        return true;
    }

    /**
     * Returns when it works; may block for a moment, on a virtual thread.
     *
     * @throws Exception when it does not; the message is for operators
     */
    void check() throws Exception;
}
