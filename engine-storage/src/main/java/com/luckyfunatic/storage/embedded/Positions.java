package com.luckyfunatic.storage.embedded;

/** Counts the positions of the journal, or of operations. Used by the writer thread only. */
final class Positions {
    private long last;

    Positions(long last) {
        this.last = last;
    }

    long next() {
        return ++last;
    }

    /** Takes back the positions of a transaction that failed. */
    void backTo(long before) {
        last = before;
    }

    /** The last position that was used; between transactions, the last committed one. */
    long last() {
        return last;
    }
}
