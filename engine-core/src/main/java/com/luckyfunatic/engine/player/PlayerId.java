package com.luckyfunatic.engine.player;

/**
 * The identity of a player inside the engine: a positive 64-bit number, unique for ever.
 *
 * <p>In JSON and in URLs it is a string, because it can pass 2^53.
 */
public record PlayerId(long value) implements Comparable<PlayerId> {
    /** Checks the range. */
    public PlayerId {
        if (value <= 0) {
            throw new IllegalArgumentException("a player id is positive, was " + value);
        }
    }

    /**
     * Returns the id written as decimal digits.
     *
     * @throws IllegalArgumentException when the text is not such a number, or not written as {@link
     *     #toString} writes it: an id has one text
     */
    public static PlayerId parse(String text) {
        PlayerId id = new PlayerId(Long.parseLong(text));
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("a player id is plain digits, was '" + text + "'");
        }
        return id;
    }

    @Override
    public int compareTo(PlayerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
