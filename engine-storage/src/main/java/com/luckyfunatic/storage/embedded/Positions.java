package com.luckyfunatic.storage.embedded;

/**
 * Counts the positions of the journal. One that a failed transaction used is not used again. Used
 * by the writer thread only.
 */
final class Positions {
    private long last;

    Positions(long last) {
        this.last = last;
    }

    long next() {
        return ++last;
    }

    long last() {
        return last;
    }
}
