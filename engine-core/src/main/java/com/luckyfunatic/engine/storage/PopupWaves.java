package com.luckyfunatic.engine.storage;

/**
 * When popups come, as {@link com.luckyfunatic.engine.notice.NoticeRules} define it. Thread-safe;
 * every method may block.
 */
public interface PopupWaves {
    /**
     * Begins a wave unless the last one began less than {@code pauseMillis} before. Of several
     * callers at once, one begins it. It returns when that is durable.
     *
     * @param nowMillis epoch milliseconds
     * @return whether this call began one
     * @throws StorageUnavailableException when the store is away or full
     */
    boolean begin(long nowMillis, long pauseMillis);

    /** Returns when the last wave began, epoch milliseconds; 0 when there was none. */
    long last();
}
