package com.luckyfunatic.storage.embedded;

/** The greatest id that was ever committed. Changed by the writer thread only, read by all. */
final class GreatestId {
    private volatile long value;

    /** Starts at what was found when the store was opened. */
    void start(long found) {
        value = found;
    }

    /** Learns that {@code id} is committed. */
    void committed(long id) {
        if (id > value) {
            value = id;
        }
    }

    long value() {
        return value;
    }
}
