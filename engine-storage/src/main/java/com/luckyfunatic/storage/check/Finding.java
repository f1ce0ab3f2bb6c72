package com.luckyfunatic.storage.check;

/**
 * Something that a database's settings say about the promises of the storage.
 *
 * @param backend which database, in one word
 * @param weight how much it matters
 * @param text one sentence for operators: what is the case, what follows from it, what to do
 */
public record Finding(String backend, Weight weight, String text) {
    /** How much a finding matters. */
    public enum Weight {
        /** Good to know. */
        NOTE,
        /** Not as it should be, but no promise is broken. */
        DOUBT,
        /** It cannot be found out whether promises are kept, because the database does not say. */
        HIDDEN,
        /** A promise would not be kept: nobody should play on it for real. */
        UNSAFE
    }

    @Override
    public String toString() {
        return backend + ": " + text;
    }
}
